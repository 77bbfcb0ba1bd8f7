package dev.promotion.yaml.internal.values;

import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import java.util.List;
import java.util.Optional;

/** Tells whether a value means the same wherever it is put. */
final class Portability {

  private static final String SOPS = "sops";
  private static final String SOPS_SEAL = "mac";
  private static final String SOPS_VALUE = "ENC[";
  private static final String VAULT_TAG = "!vault";

  private Portability() {}

  /** Returns why a value cannot be put elsewhere as it stands, or empty if it can. */
  static Optional<Problem> problem(Spot spot) {
    ValueNode node = spot.node();
    if (node instanceof ValueAlias) {
      return notPortable(spot, node, "an alias repeats another value; promote that one");
    }
    Optional<Problem> inside = inside(spot, node);
    if (inside.isPresent()) {
      return inside;
    }
    String text = spot.file().text();
    if (node instanceof ValueMap map && map.isPair(text)) {
      return notPortable(spot, node, "a map without braces in a list; write it in braces");
    }
    if (tagBeforeAnchor(node)) {
      return notPortable(spot, node, "the tag stands before the anchor; write it after");
    }
    return endsWithoutBreak(spot)
        ? notPortable(
            spot, node, "the block of text ends with the file; end its last line with a line break")
        : outside(spot);
  }

  /** Tells whether the tag of a value cannot be moved without its anchor. */
  static boolean tagBeforeAnchor(ValueNode node) {
    NodeProperties properties = node.properties();
    return properties.hasAnchor()
        && properties.hasTag()
        && properties.start() == properties.tagStart();
  }

  /** Returns the problem of an encrypted value at or in a value, if there is one. */
  static Optional<Problem> encrypted(ValueFile file, ValueNode node) {
    if (node.properties().tag().startsWith(VAULT_TAG)
        || (node instanceof ValueScalar scalar && scalar.text().startsWith(SOPS_VALUE))) {
      return Optional.of(
          Refusals.problem(
              file.text(),
              node.outerStart(),
              ProblemCode.ENCRYPTED_VALUE,
              "the value is encrypted; promote the file as a whole"));
    }
    return children(node).stream()
        .map(child -> encrypted(file, child))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Tells whether a document is sealed, so that no value in it can be changed alone. */
  static boolean isSealed(ValueNode document) {
    return document instanceof ValueMap map
        && map.get(SOPS).filter(sops -> isSeal(sops)).isPresent();
  }

  private static boolean isSeal(ValueNode node) {
    return node instanceof ValueMap map && map.get(SOPS_SEAL).isPresent();
  }

  /** Returns the values in a value, keys included. */
  static List<ValueNode> children(ValueNode node) {
    if (node instanceof ValueMap map) {
      return map.members().stream()
          .flatMap(member -> List.of(member.key(), member.value()).stream())
          .toList();
    }
    return node instanceof ValueList list ? list.items() : List.of();
  }

  private static Optional<Problem> inside(Spot spot, ValueNode node) {
    Optional<Problem> encrypted = encrypted(spot.file(), node);
    return encrypted.isPresent() ? encrypted : tag(spot, node);
  }

  private static Optional<Problem> tag(Spot spot, ValueNode node) {
    String tag = node.properties().tag();
    if (tag.indexOf('!', 1) > 1) {
      return notPortable(spot, node, "its tag is defined elsewhere");
    }
    return children(node).stream()
        .map(child -> tag(spot, child))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** A block of text says a line break at its end, unless the file has none there. */
  private static boolean endsWithoutBreak(Spot spot) {
    ValueNode node = spot.node();
    String text = spot.file().text();
    if (node.end() < text.length()) {
      return false;
    }
    ValueNode last = node;
    for (List<ValueNode> inner = children(last); !inner.isEmpty(); inner = children(last)) {
      last = inner.get(inner.size() - 1);
    }
    return last instanceof ValueScalar scalar
        && scalar.style().isBlock()
        && !BlockText.indicator(text, scalar.start(), Lines.end(text, scalar.start()), '-');
  }

  private static Optional<Problem> outside(Spot spot) {
    ValueNode node = spot.node();
    for (ValueAlias alias : spot.file().aliases()) {
      boolean aliasInside = within(node, alias);
      if (aliasInside && !within(node, alias.target())) {
        return notPortable(spot, alias, "it repeats a value outside of it by an alias");
      }
      if (!aliasInside && within(node, alias.target()) && alias.target() != node) {
        return notPortable(spot, alias.target(), "a value in it is repeated outside of it");
      }
    }
    return Optional.empty();
  }

  /** Tells whether a value stands in another one. */
  static boolean within(ValueNode outer, ValueNode inner) {
    return inner.start() >= outer.portableStart() && inner.end() <= outer.end();
  }

  private static Optional<Problem> notPortable(Spot spot, ValueNode node, String why) {
    return Optional.of(
        Refusals.problem(
            spot.file().text(), node.outerStart(), ProblemCode.VALUE_NOT_PORTABLE, why));
  }
}
