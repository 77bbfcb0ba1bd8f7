package dev.promotion.yaml.internal.values;

import dev.promotion.port.ValuesRefusedException;
import dev.promotion.problem.ProblemCode;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Adds members to a map, written like those that it has: finds the change of the text.
 *
 * @param spot the map, or the place where none is yet
 * @param names the keys from there to the value, each in the one before
 * @param value the value
 */
record Growth(Spot spot, List<String> names, NewValue value) {

  private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_./-]*");
  private static final Pattern AMBIGUOUS = Pattern.compile("(?i)y|n|yes|no|on|off|null|true|false");

  /**
   * Returns the changes.
   *
   * @throws ValuesRefusedException if the value cannot be written there
   */
  List<Splice> splices() {
    if (spot.node() instanceof ValueMap map) {
      return map.flow() ? inBraces(map) : below(map);
    }
    boolean braces = spot.inBrackets() || spot.file().format() == ValueFormat.JSON;
    String written = braces ? "{" + flowEntry(spot) + "}" : entry("", names);
    return new Placing(spot, NewValue.of(written, spot.file().format())).splices();
  }

  private List<Splice> below(ValueMap map) {
    String text = text();
    int lineEnd = Lines.end(text, map.end());
    String lineBreak = Lines.lineBreak(text, map.end());
    String indent = " ".repeat(Lines.column(text, map.start()));
    String lines = Lines.indented("\n" + entry("", names), indent).replace("\n", lineBreak);
    boolean last = lineEnd == text.length() && value.endsWithBreak();
    return List.of(new Splice(lineEnd, lineEnd, lines + (last ? lineBreak : "")));
  }

  /** Returns the lines of a member that has members, and so on, down to the value. */
  private String entry(String indent, List<String> keys) {
    String start = indent + key(keys.get(0)) + ":";
    Layout layout = new Layout(spot.file(), spot.chain().get(0));
    if (keys.size() > 1) {
      String deeper = indent + " ".repeat(layout.mapIndent(spot.node()));
      return start + "\n" + entry(deeper, keys.subList(1, keys.size()));
    }
    if (value.isBlockCollection()) {
      int more =
          value.node() instanceof ValueList
              ? layout.listIndent(spot.node())
              : layout.mapIndent(spot.node());
      return start + Lines.indented("\n" + value.text(), indent + " ".repeat(more));
    }
    if (value.isBlockText()) {
      int stated = value.statedIndent();
      int more = stated > 0 ? stated : layout.mapIndent(spot.node());
      return start + " " + value.header() + Lines.indented(value.body(), indent + " ".repeat(more));
    }
    return value.text().isEmpty() ? start : start + " " + Lines.indented(value.text(), indent);
  }

  private List<Splice> inBraces(ValueMap map) {
    if (map.members().isEmpty()) {
      int inside = map.start() + 1;
      return List.of(new Splice(inside, inside, flowEntry(new Spot(spot.file(), within(map)))));
    }
    ValueMember last = map.members().get(map.members().size() - 1);
    int end = last.value().end();
    Spot member = new Spot(spot.file(), within(last.value()));
    if (Lines.start(text(), last.key().start()) <= map.start()) {
      return List.of(new Splice(end, end, ", " + flowEntry(member)));
    }
    String lineBreak = Lines.lineBreak(text(), last.key().start());
    String margin = Lines.margin(text(), last.key().outerStart());
    return List.of(new Splice(end, end, "," + lineBreak + margin + flowEntry(member)));
  }

  private List<ValueNode> within(ValueNode node) {
    return Stream.concat(spot.chain().stream(), Stream.of(node)).toList();
  }

  private String flowEntry(Spot place) {
    if (value.isBlockCollection() || value.isBlockText()) {
      throw Refusals.at(
          text(),
          spot.node().start(),
          ProblemCode.VALUE_STYLE,
          "a value without brackets or quotes, over several lines, cannot stand in brackets;"
              + " write it in brackets or quotes where it comes from");
    }
    StringBuilder entry = new StringBuilder();
    for (String name : names.subList(0, names.size() - 1)) {
      entry.append(key(name)).append(": {");
    }
    String lineBreak = Lines.lineBreak(text(), spot.node().end());
    entry
        .append(key(names.get(names.size() - 1)))
        .append(": ")
        .append(Lines.indented(value.text(), place.margin()).replace("\n", lineBreak));
    return entry + "}".repeat(names.size() - 1);
  }

  /** Returns a key, quoted where it must be or where the keys beside it are. */
  private String key(String name) {
    boolean plain =
        spot.file().format() == ValueFormat.YAML
            && PLAIN_KEY.matcher(name).matches()
            && !AMBIGUOUS.matcher(name).matches()
            && !neighboursAreQuoted();
    return plain ? name : Quoted.text(name);
  }

  private boolean neighboursAreQuoted() {
    return spot.node() instanceof ValueMap map
        && !map.members().isEmpty()
        && map.members().stream()
            .allMatch(
                member ->
                    member.key() instanceof ValueScalar key
                        && key.style() == ScalarStyle.DOUBLE_QUOTED);
  }

  private String text() {
    return spot.file().text();
  }
}
