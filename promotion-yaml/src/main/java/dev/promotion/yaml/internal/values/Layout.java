package dev.promotion.yaml.internal.values;

import java.util.Optional;

/** Learns from a text how it is indented, to write new lines like those around them. */
final class Layout {

  private static final int USUAL = 2;

  private final ValueFile file;
  private final ValueNode root;

  Layout(ValueFile file, ValueNode root) {
    this.file = file;
    this.root = root;
  }

  /** Returns by how much the members of a map stand right of those of the map around it. */
  int mapIndent(ValueNode near) {
    return indent(near, true).or(() -> indent(root, true)).orElse(USUAL);
  }

  /** Returns by how much the dashes of a list stand right of its key, which may be nothing. */
  int listIndent(ValueNode near) {
    return indent(near, false).or(() -> indent(root, false)).orElseGet(() -> mapIndent(near));
  }

  private Optional<Integer> indent(ValueNode node, boolean ofMap) {
    if (node instanceof ValueMap map && !map.flow()) {
      int column = Lines.column(file.text(), map.start());
      for (ValueMember member : map.members()) {
        if (Spot.isBlockCollection(member.value())
            && ofMap == (member.value() instanceof ValueMap)) {
          return Optional.of(Lines.column(file.text(), member.value().start()) - column);
        }
      }
    }
    return Portability.children(node).stream()
        .map(child -> indent(child, ofMap))
        .flatMap(Optional::stream)
        .findFirst();
  }
}
