package dev.promotion.yaml.internal.values;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A YAML file as people write them for Helm and Kustomize, made by chance: comments, anchors, flow
 * style, blocks of text, several documents, any line ends. It knows where it has put each value.
 */
public final class GeneratedFile {

  /** The kinds of values that may replace each other. */
  enum Kind {
    SCALAR,
    NULL,
    MAP,
    LIST
  }

  /**
   * Where a value was put.
   *
   * @param path its normalized path
   * @param kind its kind
   * @param start where it starts in the text
   * @param end where it ends
   * @param inBrackets whether it stands in brackets
   * @param block whether it is a block of text, or a map or list without brackets
   */
  record Site(String path, Kind kind, int start, int end, boolean inBrackets, boolean block) {}

  private static final List<String> SCALARS =
      List.of(
          "1",
          "0.1",
          "1.10",
          "\"3.0\"",
          "NO",
          "0x1F",
          "true",
          "nginx:1.25",
          "https://h:1/p?q=1#f",
          "'it''s'",
          "\"a \\\"b\\\" \\u00e9\\n\"",
          "a b  c",
          "-1e3",
          "2024-01-01",
          "!!str 12",
          "\uD83D\uDE80 go",
          "v1.2.3-rc.1",
          "'{{ .Release.Name }}'",
          "\"#no comment\"");

  private static final List<String> COMMENTS =
      List.of("# note", "#", "# a: b", "#\ttab", "# \"quote", "# \uD83D\uDE80", "# -- doc [x");

  private static final List<String> WORDS =
      List.of("image", "tag", "replicas", "env", "name", "a.b/c", "resources", "x-y", "port", "k");

  private final SplittableRandom random;
  private final StringBuilder out = new StringBuilder();
  private final List<Site> sites = new ArrayList<>();
  private final List<String> shared = new ArrayList<>();
  private final List<String> anchors = new ArrayList<>();
  private final Map<String, String> anchorPaths = new HashMap<>();
  private final String lineBreak;
  private final boolean mixed;
  private final boolean rich;
  private final int step;
  private int names;
  private boolean endsKept;
  private int lastEnd;

  /** Makes the file of a seed. */
  public GeneratedFile(long seed) {
    this.random = new SplittableRandom(seed);
    this.lineBreak = chance(25) ? "\r\n" : "\n";
    this.mixed = chance(5);
    this.rich = chance(50);
    this.step = chance(85) ? 2 : 4;
    int documents = chance(75) ? 1 : 2 + random.nextInt(2);
    for (int index = 0; index < documents; index++) {
      if (index > 0 || chance(15)) {
        line("---");
      }
      anchors.clear();
      comments("");
      collection("$", 0, 0, chance(85));
      endLine();
    }
    if (chance(10) && !endsKept) {
      out.setLength(out.length() - (out.toString().endsWith("\r\n") ? 2 : 1));
    }
  }

  public String text() {
    return out.toString();
  }

  /** Returns the values of which none else is a part by an alias. */
  List<Site> freeSites() {
    return sites.stream()
        .filter(
            site ->
                shared.stream()
                    .noneMatch(path -> path.startsWith(site.path) || site.path.startsWith(path)))
        .toList();
  }

  List<Site> sites() {
    return sites;
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private void line(String text) {
    out.append(text);
    endLine();
  }

  private void endLine() {
    out.append(mixed && chance(50) ? (lineBreak.equals("\n") ? "\r\n" : "\n") : lineBreak);
  }

  private void comments(String indent) {
    while (chance(12)) {
      line(chance(40) ? "" : (chance(80) ? indent : "") + any(COMMENTS));
    }
  }

  /** Writes a map or list without brackets, of which the first line is indented already. */
  private void collection(String path, int column, int depth, boolean map) {
    int start = out.length();
    int size = 1 + random.nextInt(depth == 0 ? 6 : 3);
    for (int index = 0; index < size; index++) {
      if (index > 0) {
        endLine();
        if (!endsKept) {
          comments(" ".repeat(column));
        }
        out.append(" ".repeat(column));
      }
      endsKept = false;
      if (map) {
        member(path, column, depth);
      } else {
        item(path + "[" + index + "]", column, depth);
      }
    }
    sites.add(new Site(path, map ? Kind.MAP : Kind.LIST, start, lastEnd, false, true));
  }

  private void member(String path, int column, int depth) {
    String name = any(WORDS) + names++;
    String key = chance(85) ? name : chance(50) ? "'" + name + "'" : "\"" + name + "\"";
    out.append(key).append(':');
    value(path + "['" + name + "']", column, depth, true);
  }

  private void item(String path, int column, int depth) {
    out.append('-');
    value(path, column, depth, false);
  }

  private void value(String path, int column, int depth, boolean inMap) {
    int kind = random.nextInt(100);
    boolean deep = depth >= 3;
    if (kind < 45 || (deep && kind < 70)) {
      scalar(path, column);
    } else if (kind < 52) {
      lastEnd = out.length();
      sites.add(new Site(path, Kind.NULL, out.length(), out.length(), false, false));
      if (chance(30)) {
        out.append(" ").append(any(COMMENTS));
      }
    } else if (kind < 62) {
      blockText(path, column);
    } else if (kind < 75 || deep) {
      flow(path, column);
    } else if (kind < 80 && !anchors.isEmpty()) {
      out.append(" *").append(any(anchors));
      lastEnd = out.length();
      shared.add(path);
      shared.add(anchorPaths.get(out.substring(out.lastIndexOf("*") + 1)));
    } else {
      nested(path, column, depth, inMap);
    }
  }

  private void nested(String path, int column, int depth, boolean inMap) {
    boolean map = chance(65);
    if (!inMap && chance(70)) {
      out.append(' ');
      collection(path, column + 2, depth + 1, map);
      return;
    }
    Runnable anchored = anchor(path);
    if (chance(15)) {
      out.append(' ').append(any(COMMENTS));
    }
    endLine();
    boolean flush = inMap && !map && chance(50);
    int deeper = flush ? column : column + step;
    comments(" ".repeat(deeper));
    out.append(" ".repeat(deeper));
    collection(path, deeper, depth + 1, map);
    anchored.run();
  }

  /** Writes an anchor at times, and returns what lets aliases of it follow. */
  private Runnable anchor(String path) {
    if (!rich || !chance(12)) {
      return () -> {};
    }
    String name = "n" + names++;
    out.append(" &").append(name);
    anchorPaths.put(name, path);
    return () -> anchors.add(name);
  }

  private void scalar(String path, int column) {
    Runnable anchored = anchor(path);
    if (rich && chance(8)) {
      endLine();
      out.append(" ".repeat(column + step));
    } else {
      out.append(chance(95) ? " " : "  ");
    }
    int start = out.length();
    if (rich && chance(10)) {
      severalLines(" ".repeat(column + step), chance(50) ? "" : "\"");
    } else {
      single();
    }
    end(path, Kind.SCALAR, start, false, false);
    anchored.run();
    trailing();
  }

  private void single() {
    String text = any(SCALARS);
    out.append(text.startsWith("!") && !rich ? "12" : text);
  }

  /** Writes a text that goes on below its key. */
  private void severalLines(String margin, String quote) {
    out.append(quote).append("one");
    endLine();
    out.append(margin).append("two");
    if (chance(50)) {
      endLine();
      endLine();
      out.append(margin).append("three");
    }
    out.append(quote);
  }

  private void end(String path, Kind kind, int start, boolean inBrackets, boolean block) {
    lastEnd = out.length();
    sites.add(new Site(path, kind, start, out.length(), inBrackets, block));
  }

  private void trailing() {
    if (chance(15)) {
      out.append(chance(90) ? " " : "  ").append(any(COMMENTS));
    }
  }

  private void blockText(String path, int column) {
    out.append(' ');
    int start = out.length();
    String chomping = any(List.of("", "", "-", "+"));
    boolean stated = chance(20);
    out.append(chance(70) ? "|" : ">").append(stated ? "" + step : "").append(chomping);
    String margin = " ".repeat(column + step);
    int lines = 1 + random.nextInt(3);
    for (int index = 0; index < lines; index++) {
      endLine();
      if (index > 0 && index < lines - 1 && chance(30)) {
        continue;
      }
      String lead = stated && chance(40) ? "  " : index > 0 && chance(20) ? " " : "";
      out.append(margin)
          .append(lead)
          .append(any(List.of("echo 'a: b'", "# text", "- x  ", "{{ y }}")));
    }
    if (chomping.equals("+") && chance(50)) {
      endLine();
    }
    end(path, Kind.SCALAR, start, false, true);
    endsKept = chomping.equals("+");
  }

  private void flow(String path, int column) {
    Runnable anchored = anchor(path);
    out.append(' ');
    flowValue(path, column, 0);
    anchored.run();
    trailing();
  }

  private void flowValue(String path, int column, int depth) {
    int start = out.length();
    boolean map = chance(50);
    int size = random.nextInt(4);
    boolean several = depth == 0 && size > 0 && chance(25);
    String blank = chance(30) ? " " : "";
    out.append(map ? '{' : '[').append(several ? "" : blank);
    for (int index = 0; index < size; index++) {
      if (several) {
        endLine();
        out.append(" ".repeat(column + step));
      }
      flowItem(path, column, depth, map, index);
      if (index < size - 1) {
        out.append(several ? "," : ", ");
      }
    }
    if (several) {
      endLine();
      out.append(" ".repeat(column + 1));
    }
    out.append(several ? "" : blank).append(map ? '}' : ']');
    end(path, map ? Kind.MAP : Kind.LIST, start, depth > 0, false);
  }

  private void flowItem(String path, int column, int depth, boolean map, int index) {
    String name = any(WORDS) + names++;
    if (map) {
      out.append(chance(80) ? name : "\"" + name + "\"").append(": ");
    }
    String inner = path + (map ? "['" + name + "']" : "[" + index + "]");
    if (depth < 2 && chance(25)) {
      flowValue(inner, column, depth + 1);
    } else {
      int start = out.length();
      single();
      end(inner, Kind.SCALAR, start, true, false);
    }
  }
}
