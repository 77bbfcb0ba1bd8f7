package dev.promotion.yaml.internal.jsonpath;

import dev.promotion.yaml.internal.finding.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a text as a path: its segments and selectors. Used once. */
final class PathParser {

  private final Cursor cursor;
  private final FilterParser filters;
  private final List<String> warnings = new ArrayList<>();

  /** Where the last name after a dot starts, its dots included, and where it ends. */
  private int nameStart = -1;

  private int nameEnd = -1;
  private boolean standard = true;

  private PathParser(String text) {
    this.cursor = new Cursor(text);
    this.filters = new FilterParser(cursor, this, warnings);
  }

  /**
   * What was read.
   *
   * @param query the path
   * @param standard whether it was in a form of the standard
   * @param warnings what else should be known
   */
  record Parsed(Query query, boolean standard, List<String> warnings) {}

  static Parsed parse(String text) throws PathFault {
    if (text.length() > PathQuery.MOST_LENGTH) {
      throw PathFault.limit(
          PathQuery.MOST_LENGTH,
          "it has " + text.length() + " characters, the limit is " + PathQuery.MOST_LENGTH);
    }
    PathParser parser = new PathParser(text);
    Query query = parser.whole();
    return new Parsed(query, parser.standard, parser.warnings);
  }

  private Query whole() throws PathFault {
    if (!cursor.take("$")) {
      throw missingRoot();
    }
    List<Segment> segments = new ArrayList<>();
    if (Names.first(cursor.peek())) {
      standard = false;
      segments.add(new Segment(false, List.of(new Selector.ByName(dashedName()))));
    }
    segments(segments, true);
    if (!cursor.done()) {
      throw unexpected("'.' or '['", ".[");
    }
    return new Query(false, segments);
  }

  /** Reads the segments that follow the start of a query. */
  Query query(boolean relative) throws PathFault {
    List<Segment> segments = new ArrayList<>();
    segments(segments, false);
    return new Query(relative, segments);
  }

  private void segments(List<Segment> segments, boolean dashes) throws PathFault {
    int end = cursor.at();
    cursor.skipBlanks();
    for (Optional<Segment> next = segment(dashes); next.isPresent(); next = segment(dashes)) {
      segments.add(next.get());
      if (segments.size() > PathQuery.MOST_SEGMENTS) {
        throw PathFault.limit(
            end, "it has more than " + PathQuery.MOST_SEGMENTS + " steps, which is the limit");
      }
      end = cursor.at();
      cursor.skipBlanks();
    }
    cursor.back(end);
  }

  private Optional<Segment> segment(boolean dashes) throws PathFault {
    int start = cursor.at();
    boolean descendant = cursor.take("..");
    if (!descendant && !cursor.take(".")) {
      return cursor.peek() == '[' ? Optional.of(bracket(false)) : Optional.empty();
    }
    if (descendant && cursor.peek() == '[') {
      return Optional.of(bracket(true));
    }
    if (cursor.take("*")) {
      return Optional.of(new Segment(descendant, List.of(Selector.EVERY)));
    }
    if (!Names.first(cursor.peek())) {
      throw noName(start);
    }
    nameStart = start;
    Selector name = new Selector.ByName(dashes ? dashedName() : name());
    nameEnd = cursor.at();
    return Optional.of(new Segment(descendant, List.of(name)));
  }

  private String name() {
    int from = cursor.at();
    while (Names.next(cursor.peek())) {
      cursor.next();
    }
    return cursor.since(from);
  }

  /** Reads a name with dashes, which the standard wants in quotes. */
  private String dashedName() {
    int from = cursor.at();
    name();
    while (cursor.take("-")) {
      standard = false;
      name();
    }
    return cursor.since(from);
  }

  private Segment bracket(boolean descendant) throws PathFault {
    cursor.take("[");
    List<Selector> selectors = new ArrayList<>();
    do {
      cursor.skipBlanks();
      selectors.add(selector());
      cursor.skipBlanks();
    } while (cursor.take(","));
    if (!cursor.take("]")) {
      throw cursor.done()
          ? cursor.fault("the bracket is not closed").write(cursor.at(), cursor.at(), "]")
          : unexpected("',' or ']'", ".[],) =<>!&|?");
    }
    return new Segment(descendant, selectors);
  }

  private Selector selector() throws PathFault {
    int point = cursor.peek();
    if (point == '\'' || point == '"') {
      return new Selector.ByName(cursor.string());
    }
    if (cursor.take("*")) {
      return Selector.EVERY;
    }
    if (cursor.take("?")) {
      cursor.skipBlanks();
      return new Selector.Filter(filters.condition());
    }
    if (point == ':' || point == '-' || Names.digit(point)) {
      return indexOrSlice();
    }
    throw noSelector();
  }

  private Selector indexOrSlice() throws PathFault {
    Optional<Long> start = number();
    int end = cursor.at();
    cursor.skipBlanks();
    if (!cursor.take(":")) {
      cursor.back(end);
      return new Selector.ByIndex(start.orElseThrow());
    }
    cursor.skipBlanks();
    Optional<Long> stop = number();
    cursor.skipBlanks();
    Optional<Long> step = Optional.empty();
    if (cursor.take(":")) {
      cursor.skipBlanks();
      step = number();
    }
    return new Selector.Slice(start, stop, step);
  }

  private Optional<Long> number() throws PathFault {
    return cursor.peek() == '-' || Names.digit(cursor.peek())
        ? Optional.of(cursor.index())
        : Optional.empty();
  }

  private PathFault missingRoot() {
    PathFault fault = cursor.fault("a path begins with $");
    cursor.skipBlanks();
    int start = cursor.at();
    if (cursor.done()) {
      return fault;
    }
    if (cursor.peek() == '$') {
      return fault.write(0, start, "");
    }
    cursor.take("@");
    int dropped = cursor.at();
    return fault.write(0, dropped, cursor.peek() == '.' || cursor.peek() == '[' ? "$" : "$.");
  }

  /** Says that no name follows the dots that start at a place. */
  private PathFault noName(int dots) {
    PathFault fault = cursor.expected("a name after the dot");
    int after = cursor.at();
    switch (cursor.peek()) {
      case -1 -> {
        return after - dots == 1 ? fault.write(dots, after, "") : fault.write(after, after, "*");
      }
      case '.', '[' -> {
        return fault.write(after - 1, after, "");
      }
      case ' ', '\t', '\n', '\r' -> {
        cursor.skipBlanks();
        return fault.write(after, cursor.at(), "");
      }
      default -> {
        return quoted(fault, dots, after, ".[");
      }
    }
  }

  /** Says that a bracket holds nothing that selects. */
  private PathFault noSelector() {
    PathFault fault = cursor.expected("a name in quotes, a number, '*', ':' or '?'");
    int from = cursor.at();
    int end = cursor.find(",]", from);
    String word = cursor.between(from, end).strip();
    return word.isEmpty() || word.contains("(")
        ? fault
        : fault.write(from, end, Names.quoted(word));
  }

  /** Says that something else should stand here; after a name, that the name needs quotes. */
  PathFault unexpected(String what, String ends) {
    PathFault fault = cursor.expected(what);
    int at = cursor.at();
    String rest = cursor.rest();
    if (rest.isBlank()) {
      return fault.write(at, at + rest.length(), "");
    }
    return nameEnd == at ? quoted(fault, nameStart, nameStart, ends) : fault;
  }

  /** Suggests that the name after some dots is put in quotes. */
  private PathFault quoted(PathFault fault, int dots, int from, String ends) {
    int start = cursor.between(dots, dots + 2).equals("..") ? dots + 2 : dots + 1;
    int end = cursor.find(ends, Math.max(start, from));
    String name = cursor.between(start, end);
    String prefix = start - dots == 2 ? ".." : "";
    return fault.write(dots, end, prefix + "[" + Names.quoted(name.strip()) + "]");
  }

  /** Notes something that should be known about a part of the path. */
  static String notRegexp(String text) {
    return Wording.quoted(text)
        + " is no regular expression as paths know it (RFC 9485), so it matches nothing;"
        + " correct it";
  }
}
