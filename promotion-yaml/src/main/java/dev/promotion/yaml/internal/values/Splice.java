package dev.promotion.yaml.internal.values;

import java.util.Comparator;
import java.util.List;

/**
 * A change of a text.
 *
 * @param start where what is replaced starts
 * @param end where it ends
 * @param text what replaces it
 */
record Splice(int start, int end, String text) {

  /** Returns a text with all changes, which must not overlap. */
  static String apply(String text, List<Splice> splices) {
    List<Splice> ordered =
        splices.stream()
            .sorted(Comparator.comparingInt(Splice::start).thenComparingInt(Splice::end))
            .toList();
    StringBuilder result = new StringBuilder(text.length() + 64);
    int copied = 0;
    for (Splice splice : ordered) {
      result.append(text, copied, splice.start).append(splice.text);
      copied = splice.end;
    }
    return result.append(text, copied, text.length()).toString();
  }
}
