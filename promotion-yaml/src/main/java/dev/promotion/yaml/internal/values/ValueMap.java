package dev.promotion.yaml.internal.values;

import java.util.List;
import java.util.Optional;

/**
 * A map. No two members have the same name.
 *
 * @param start where it starts: the brace or the first key, with what stands before that key
 * @param end where it ends
 * @param properties anchor and tag
 * @param flow whether it stands in braces
 * @param members keys and values in the order of the text
 */
public record ValueMap(
    int start, int end, NodeProperties properties, boolean flow, List<ValueMember> members)
    implements ValueNode {

  /** Returns the value of a key, or empty if the map itself does not have the key. */
  public Optional<ValueNode> get(String name) {
    for (ValueMember member : members) {
      if (member.isNamed() && member.name().equals(name)) {
        return Optional.of(member.value());
      }
    }
    return Optional.empty();
  }

  /** Tells whether this is the one member without braces that YAML allows in a list. */
  boolean isPair(String text) {
    return flow
        && !members.isEmpty()
        && (text.charAt(start) != '{' || members.get(0).key().outerStart() == start);
  }
}
