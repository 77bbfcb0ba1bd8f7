package dev.promotion.internal.text;

import dev.promotion.internal.text.LineDiff.Kind;
import dev.promotion.internal.text.LineDiff.Line;
import java.util.ArrayList;
import java.util.List;

/** Shows how one text becomes another, in the unified format that {@code patch} understands. */
public final class UnifiedDiff {

  private static final int CONTEXT = 3;
  private static final String NO_LINE_END = "\n\\ No newline at end of file\n";

  private final List<Line> lines;
  private final StringBuilder out = new StringBuilder();

  private UnifiedDiff(List<Line> lines) {
    this.lines = lines;
  }

  /** Returns the hunks with three lines around each change; empty if the texts are equal. */
  public static String of(String before, String after) {
    return new UnifiedDiff(LineDiff.of(split(before), split(after))).hunks();
  }

  /** A line keeps its end, so that a text without one at its end differs from one with it. */
  private static List<String> split(String text) {
    List<String> lines = new ArrayList<>();
    int from = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      lines.add(text.substring(from, end + 1));
      from = end + 1;
    }
    if (from < text.length()) {
      lines.add(text.substring(from));
    }
    return lines;
  }

  private String hunks() {
    int[] at = {1, 1};
    int next = 0;
    for (int change = change(0); change < lines.size(); change = change(next)) {
      int from = Math.max(next, change - CONTEXT);
      count(at, next, from);
      int to = end(change);
      hunk(at, from, to);
      count(at, from, to);
      next = to;
    }
    return out.toString();
  }

  private int change(int from) {
    int index = from;
    while (index < lines.size() && lines.get(index).kind() == Kind.KEPT) {
      index++;
    }
    return index;
  }

  /** Changes whose surroundings touch are shown together. */
  private int end(int change) {
    int last = change;
    for (int index = change; index < lines.size() && index - last <= 2 * CONTEXT + 1; index++) {
      if (lines.get(index).kind() != Kind.KEPT) {
        last = index;
      }
    }
    return Math.min(lines.size(), last + 1 + CONTEXT);
  }

  private void hunk(int[] at, int from, int to) {
    int[] after = at.clone();
    count(after, from, to);
    out.append("@@ -")
        .append(range(at[0], after[0] - at[0]))
        .append(" +")
        .append(range(at[1], after[1] - at[1]))
        .append(" @@\n");
    for (Line line : lines.subList(from, to)) {
      out.append(line.kind().sign).append(line.text());
      if (!line.text().endsWith("\n")) {
        out.append(NO_LINE_END);
      }
    }
  }

  /** Of no lines the line before is named. */
  private static String range(int start, int length) {
    return (length == 0 ? start - 1 : start) + "," + length;
  }

  private void count(int[] at, int from, int to) {
    for (Line line : lines.subList(from, to)) {
      at[0] += line.kind() == Kind.ADDED ? 0 : 1;
      at[1] += line.kind() == Kind.REMOVED ? 0 : 1;
    }
  }
}
