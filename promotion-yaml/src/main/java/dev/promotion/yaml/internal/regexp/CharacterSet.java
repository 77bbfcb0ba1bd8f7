package dev.promotion.yaml.internal.regexp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The characters that may stand in one place. Looked up in a time that hardly grows with it. */
final class CharacterSet {

  /** Every character that does not end a line. */
  static final CharacterSet DOT = new Builder().add('\n', '\n').add('\r', '\r').build(true);

  private final int[] first;
  private final int[] last;
  private final int types;
  private final boolean negated;

  private CharacterSet(int[] first, int[] last, int types, boolean negated) {
    this.first = first;
    this.last = last;
    this.types = types;
    this.negated = negated;
  }

  static CharacterSet of(int point) {
    return new Builder().add(point, point).build(false);
  }

  boolean contains(int point) {
    return (inRange(point) || (types >> Character.getType(point) & 1) == 1) != negated;
  }

  private boolean inRange(int point) {
    int low = 0;
    int high = first.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (point < first[middle]) {
        high = middle - 1;
      } else if (point > last[middle]) {
        low = middle + 1;
      } else {
        return true;
      }
    }
    return false;
  }

  /** Gathers ranges and general categories of Unicode. */
  static final class Builder {

    private final List<int[]> ranges = new ArrayList<>();
    private int types;

    Builder add(int from, int to) {
      ranges.add(new int[] {from, to});
      return this;
    }

    /** Adds types of {@link Character#getType(int)}, a bit each. */
    Builder add(int moreTypes) {
      types |= moreTypes;
      return this;
    }

    CharacterSet build(boolean negated) {
      ranges.sort(Comparator.comparingInt(range -> range[0]));
      List<int[]> merged = new ArrayList<>();
      int[] previous = {-1, -1};
      for (int[] range : ranges) {
        if (merged.isEmpty() || range[0] > previous[1]) {
          previous = range.clone();
          merged.add(previous);
        } else {
          previous[1] = Math.max(previous[1], range[1]);
        }
      }
      return new CharacterSet(
          merged.stream().mapToInt(range -> range[0]).toArray(),
          merged.stream().mapToInt(range -> range[1]).toArray(),
          types,
          negated);
    }
  }
}
