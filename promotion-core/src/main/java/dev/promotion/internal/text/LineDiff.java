package dev.promotion.internal.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Finds the fewest lines that have to be removed and added to make one text of another (Myers'
 * greedy algorithm). Where texts differ so much that this would take long, all of what differs is
 * replaced.
 */
final class LineDiff {

  /** How many lines may differ before all of them are replaced; the work grows with its square. */
  private static final int MOST_DIFFERENT = 2_000;

  /**
   * What becomes of a line.
   *
   * @param kind whether it is kept, removed or added
   * @param text the line
   */
  record Line(Kind kind, String text) {}

  /** What becomes of a line. */
  enum Kind {
    KEPT(' '),
    REMOVED('-'),
    ADDED('+');

    final char sign;

    Kind(char sign) {
      this.sign = sign;
    }
  }

  private final List<String> before;
  private final List<String> after;

  private LineDiff(List<String> before, List<String> after) {
    this.before = before;
    this.after = after;
  }

  /** Returns every line of both texts, in order. */
  static List<Line> of(List<String> before, List<String> after) {
    int start = 0;
    int shorter = Math.min(before.size(), after.size());
    while (start < shorter && before.get(start).equals(after.get(start))) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
      end++;
    }
    List<Line> lines = new ArrayList<>();
    add(lines, Kind.KEPT, before.subList(0, start));
    lines.addAll(
        new LineDiff(
                before.subList(start, before.size() - end),
                after.subList(start, after.size() - end))
            .lines());
    add(lines, Kind.KEPT, before.subList(before.size() - end, before.size()));
    return lines;
  }

  private static void add(List<Line> lines, Kind kind, List<String> texts) {
    texts.forEach(text -> lines.add(new Line(kind, text)));
  }

  private List<Line> lines() {
    List<int[]> rounds = new ArrayList<>();
    int most = Math.min(before.size() + after.size(), MOST_DIFFERENT);
    int[] furthest = new int[2 * most + 3];
    for (int different = 0; different <= most; different++) {
      rounds.add(furthest.clone());
      if (advance(furthest, different, most + 1)) {
        return traced(rounds, most + 1);
      }
    }
    List<Line> replaced = new ArrayList<>();
    add(replaced, Kind.REMOVED, before);
    add(replaced, Kind.ADDED, after);
    return replaced;
  }

  /** Goes as far as possible with one more difference on each diagonal. */
  private boolean advance(int[] furthest, int different, int middle) {
    for (int diagonal = -different; diagonal <= different; diagonal += 2) {
      int x =
          isDown(furthest, diagonal, different, middle)
              ? furthest[middle + diagonal + 1]
              : furthest[middle + diagonal - 1] + 1;
      int y = x - diagonal;
      while (x < before.size() && y < after.size() && before.get(x).equals(after.get(y))) {
        x++;
        y++;
      }
      furthest[middle + diagonal] = x;
      if (x >= before.size() && y >= after.size()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDown(int[] furthest, int diagonal, int different, int middle) {
    return diagonal == -different
        || (diagonal != different
            && furthest[middle + diagonal - 1] < furthest[middle + diagonal + 1]);
  }

  private List<Line> traced(List<int[]> rounds, int middle) {
    List<Line> backwards = new ArrayList<>();
    int x = before.size();
    int y = after.size();
    for (int different = rounds.size() - 1; different >= 0; different--) {
      int[] furthest = rounds.get(different);
      int diagonal = x - y;
      boolean down = isDown(furthest, diagonal, different, middle);
      int fromDiagonal = down ? diagonal + 1 : diagonal - 1;
      int fromX = different == 0 ? 0 : furthest[middle + fromDiagonal];
      int fromY = different == 0 ? 0 : fromX - fromDiagonal;
      while (x > fromX && y > fromY) {
        backwards.add(new Line(Kind.KEPT, before.get(x - 1)));
        x--;
        y--;
      }
      if (different > 0) {
        backwards.add(
            down
                ? new Line(Kind.ADDED, after.get(y - 1))
                : new Line(Kind.REMOVED, before.get(x - 1)));
      }
      x = fromX;
      y = fromY;
    }
    Collections.reverse(backwards);
    return backwards;
  }
}
