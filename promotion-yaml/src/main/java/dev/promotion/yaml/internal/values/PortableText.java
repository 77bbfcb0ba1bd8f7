package dev.promotion.yaml.internal.values;

import java.util.List;

/** Writes a value as it stands, but without the indentation of its place. */
final class PortableText {

  private PortableText() {}

  /**
   * Returns the text of a value: its lines, with line feeds, moved as far left as they go. A
   * comment beside the header of a block of text belongs to the line, not to the value.
   */
  static String of(Spot spot) {
    String text = spot.file().text();
    ValueNode node = spot.node();
    String raw = text.substring(node.portableStart(), node.end());
    if (node instanceof ValueScalar scalar && scalar.style().isBlock()) {
      int body = Lines.end(text, scalar.start());
      raw =
          text.substring(node.portableStart(), BlockText.headerEnd(text, scalar.start()))
              + text.substring(body, node.end());
    }
    if (!Lines.isSeveral(raw)) {
      return raw;
    }
    List<String> lines = List.of(Lines.withLineFeeds(raw).split("\n", -1));
    return stripped(lines, margin(spot, lines));
  }

  private static String margin(Spot spot, List<String> lines) {
    String text = spot.file().text();
    ValueNode node = spot.node();
    if (Spot.isBlockCollection(node)) {
      return " ".repeat(Lines.column(text, node.start()));
    }
    if (node instanceof ValueScalar scalar && scalar.style().isBlock()) {
      int header = Lines.end(text, scalar.start());
      int indent = BlockText.indent(text, header, scalar.end(), scalar.text());
      return " ".repeat(indent < 0 ? longest(lines) : indent);
    }
    return common(spot.margin(), lines);
  }

  private static int longest(List<String> lines) {
    return lines.stream().mapToInt(String::length).max().orElse(0);
  }

  /** Returns what of a margin all lines but the first begin with. */
  private static String common(String margin, List<String> lines) {
    int length = margin.length();
    for (String line : lines.subList(1, lines.size())) {
      if (!line.isBlank()) {
        length = Math.min(length, commonLength(margin, line));
      }
    }
    return margin.substring(0, length);
  }

  private static int commonLength(String margin, String line) {
    int length = 0;
    while (length < margin.length()
        && length < line.length()
        && margin.charAt(length) == line.charAt(length)) {
      length++;
    }
    return length;
  }

  private static String stripped(List<String> lines, String margin) {
    StringBuilder result = new StringBuilder(lines.get(0));
    for (String line : lines.subList(1, lines.size())) {
      result.append('\n').append(line, commonLength(margin, line), line.length());
    }
    return result.toString();
  }
}
