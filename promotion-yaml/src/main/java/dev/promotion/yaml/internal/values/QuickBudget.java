package dev.promotion.yaml.internal.values;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Counts what the quick reader reads; what is too much is for the other one to refuse. */
final class QuickBudget {

  private static final int FEW = 8;

  private int nodes;

  /** Counts a value, a document being at depth 1. */
  void take(int depth) throws UncertainException {
    nodes++;
    if (depth > ValueFile.MOST_DEPTH || nodes > ValueFile.MOST_NODES) {
      throw new UncertainException();
    }
  }

  /** Checks that no name stands twice. */
  void checkNames(List<ValueMember> members) throws UncertainException {
    if (members.size() > FEW) {
      Set<String> names = new HashSet<>();
      for (ValueMember member : members) {
        if (!names.add(member.name())) {
          throw new UncertainException();
        }
      }
      return;
    }
    for (int index = 1; index < members.size(); index++) {
      for (int earlier = 0; earlier < index; earlier++) {
        if (members.get(earlier).name().equals(members.get(index).name())) {
          throw new UncertainException();
        }
      }
    }
  }
}
