package dev.promotion.yaml.internal.values;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Proves an edit: the values of the edited text are those of the text before, except for the new
 * ones, which stand where they should and read as they were given.
 */
final class EditProof {

  private final ValueFile before;
  private final ValueFile after;
  private final List<Expected> expected = new ArrayList<>();
  private final IdentityHashMap<ValueNode, ValueNode> counterparts = new IdentityHashMap<>();

  /**
   * A value where none was, or another one.
   *
   * @param old the value that was there, or the map that has the new members
   * @param names the keys that lead on from there; none if the old value is replaced
   * @param value the new value
   */
  private record Expected(ValueNode old, List<String> names, NewValue value) {}

  /** The values are met in the order of the text, so only one change can be the next. */
  private int next;

  EditProof(ValueFile before, ValueFile after) {
    this.before = before;
    this.after = after;
  }

  /** Expects a new value in the place of an old one. */
  void expect(ValueNode old, NewValue value) {
    expected.add(new Expected(old, List.of(), value));
  }

  /** Expects new members in a map, or in a map where none is yet. */
  void expect(Growth growth) {
    ValueNode old = growth.spot().node();
    expected.add(new Expected(old, growth.names(), growth.value()));
  }

  /** Tells whether the edited text says what it should and nothing else. */
  boolean holds() {
    expected.sort(Comparator.comparingInt(change -> change.old().start()));
    next = 0;
    List<ValueNode> old = before.documents();
    List<ValueNode> edited = after.documents();
    if (old.size() != edited.size()) {
      return false;
    }
    for (int index = 0; index < old.size(); index++) {
      if (!same(old.get(index), edited.get(index), edited.get(index))) {
        return false;
      }
    }
    return next == expected.size();
  }

  /** Compares a value with its counterpart, of which the parent of a root is the root itself. */
  private boolean same(ValueNode old, ValueNode edited, ValueNode parent) {
    if (!before.aliases().isEmpty()) {
      counterparts.put(old, edited);
    }
    if (next == expected.size() || expected.get(next).old() != old) {
      return sameProperties(old, edited) && sameContent(old, edited);
    }
    Expected change = expected.get(next++);
    return change.names().isEmpty()
        ? old.properties().anchor().equals(edited.properties().anchor())
            && isNew(change.value(), edited, parent)
        : grownWell(change, edited);
  }

  private boolean sameContent(ValueNode old, ValueNode edited) {
    if (old instanceof ValueScalar scalar) {
      return edited instanceof ValueScalar other && sameScalar(scalar, other);
    }
    if (old instanceof ValueAlias alias) {
      return edited instanceof ValueAlias other
          && alias.anchor().equals(other.anchor())
          && counterparts.get(alias.target()) == other.target();
    }
    if (old instanceof ValueMap map) {
      return edited instanceof ValueMap other
          && map.flow() == other.flow()
          && map.members().size() == other.members().size()
          && sameMembers(map, other);
    }
    return edited instanceof ValueList other
        && ((ValueList) old).flow() == other.flow()
        && sameItems((ValueList) old, other);
  }

  private boolean sameMembers(ValueMap old, ValueMap edited) {
    for (int index = 0; index < old.members().size(); index++) {
      ValueMember member = old.members().get(index);
      ValueMember other = edited.members().get(index);
      if (!same(member.key(), other.key(), edited)
          || !same(member.value(), other.value(), edited)) {
        return false;
      }
    }
    return true;
  }

  private boolean sameItems(ValueList old, ValueList edited) {
    if (old.items().size() != edited.items().size()) {
      return false;
    }
    for (int index = 0; index < old.items().size(); index++) {
      if (!same(old.items().get(index), edited.items().get(index), edited)) {
        return false;
      }
    }
    return true;
  }

  private boolean grownWell(Expected change, ValueNode edited) {
    ValueNode old = change.old();
    if (!(edited instanceof ValueMap map)) {
      return false;
    }
    int known = old instanceof ValueMap before ? before.members().size() : 0;
    return sameProperties(old, edited)
        && (!(old instanceof ValueMap less)
            || (map.flow() == less.flow() && sameMembers(less, map)))
        && hasNew(change.value(), change.names(), map, known);
  }

  private boolean hasNew(NewValue value, List<String> names, ValueMap map, int index) {
    if (map.members().size() != index + 1) {
      return false;
    }
    ValueMember member = map.members().get(index);
    if (!member.isNamed() || !member.name().equals(names.get(0)) || member.isMerge()) {
      return false;
    }
    if (names.size() == 1) {
      return isNew(value, member.value(), map);
    }
    return member.value() instanceof ValueMap inner
        && hasNew(value, names.subList(1, names.size()), inner, 0);
  }

  /** The text is compared too: it must be found again as it was given. */
  private boolean isNew(NewValue value, ValueNode node, ValueNode parent) {
    Spot spot = new Spot(after, parent == node ? List.of(node) : List.of(parent, node));
    return equal(value.node(), node) && PortableText.of(spot).equals(value.text());
  }

  private static boolean equal(ValueNode given, ValueNode found) {
    if (!given.getClass().equals(found.getClass())
        || !given.properties().tag().equals(found.properties().tag())) {
      return false;
    }
    if (given instanceof ValueScalar scalar) {
      return sameScalar(scalar, (ValueScalar) found);
    }
    if (given instanceof ValueAlias alias) {
      return alias.anchor().equals(((ValueAlias) found).anchor());
    }
    List<ValueNode> left = Portability.children(given);
    List<ValueNode> right = Portability.children(found);
    for (int index = 0; index < left.size(); index++) {
      if (right.size() != left.size()
          || !sameProperties(left.get(index), right.get(index))
          || !equal(left.get(index), right.get(index))) {
        return false;
      }
    }
    return left.size() == right.size();
  }

  private static boolean sameScalar(ValueScalar left, ValueScalar right) {
    return left.style() == right.style() && left.text().equals(right.text());
  }

  private static boolean sameProperties(ValueNode left, ValueNode right) {
    NodeProperties old = left.properties();
    NodeProperties edited = right.properties();
    return old.anchor().equals(edited.anchor()) && old.tag().equals(edited.tag());
  }
}
