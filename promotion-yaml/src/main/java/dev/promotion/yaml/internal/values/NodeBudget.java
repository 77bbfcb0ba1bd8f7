package dev.promotion.yaml.internal.values;

import dev.promotion.problem.ProblemCode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Stops the reading of a text that goes beyond the limits, or that uses a key twice. */
final class NodeBudget {

  private static final int FEW = 8;

  private final String text;
  private int nodes;

  NodeBudget(String text) {
    this.text = text;
  }

  /** Counts a value that starts at an index, a single document being at depth 1. */
  void take(int index, int depth) {
    nodes++;
    if (depth > ValueFile.MOST_DEPTH) {
      throw Refusals.at(
          text,
          index,
          ProblemCode.DEPTH_LIMIT,
          "nested deeper than " + ValueFile.MOST_DEPTH + " levels; flatten it");
    }
    if (nodes > ValueFile.MOST_NODES) {
      throw Refusals.at(
          text,
          index,
          ProblemCode.NODE_LIMIT,
          String.format(Locale.ROOT, "more than %,d values; split the file", ValueFile.MOST_NODES));
    }
  }

  /** Refuses a map with two members of one name: a path could mean either. */
  void checkNames(List<ValueMember> members) {
    if (members.size() <= FEW) {
      for (int index = 1; index < members.size(); index++) {
        checkName(members, index);
      }
      return;
    }
    Set<String> names = new HashSet<>();
    for (ValueMember member : members) {
      checkName(member, names);
    }
  }

  /** Refuses a member that has the name of an earlier one, and adds its name to theirs. */
  void checkName(ValueMember member, Set<String> names) {
    if (member.isNamed() && !member.isMerge() && !names.add(member.name())) {
      throw duplicate(member);
    }
  }

  private void checkName(List<ValueMember> members, int index) {
    ValueMember member = members.get(index);
    if (!member.isNamed() || member.isMerge()) {
      return;
    }
    for (ValueMember earlier : members.subList(0, index)) {
      if (earlier.isNamed() && earlier.name().equals(member.name()) && !earlier.isMerge()) {
        throw duplicate(member);
      }
    }
  }

  private RuntimeException duplicate(ValueMember member) {
    return Refusals.at(
        text,
        member.key().start(),
        ProblemCode.DUPLICATE_KEY,
        "key " + Shown.name(member.name()) + " appears twice in this map; remove one");
  }
}
