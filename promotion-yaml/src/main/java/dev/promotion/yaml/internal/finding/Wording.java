package dev.promotion.yaml.internal.finding;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The turns of phrase that error messages share. */
public final class Wording {

  private static final int SHOWN = 80;

  private Wording() {}

  /** Returns the text in single quotes, shortened to 80 characters. */
  public static String quoted(String text) {
    if (text.length() <= SHOWN) {
      return "'" + text + "'";
    }
    int end = Character.isHighSurrogate(text.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
    return "'" + text.substring(0, end) + "…' (" + text.length() + " characters)";
  }

  /** Returns the words as a list in a sentence. */
  public static String list(Collection<String> words) {
    return String.join(", ", words);
  }

  /** Returns a character as Unicode writes it, such as {@code U+200B}. */
  public static String codePoint(int point) {
    return String.format(Locale.ROOT, "U+%04X", point);
  }

  /** Returns the first character that cannot be seen, if there is one. */
  public static OptionalInt invisible(String text) {
    return text.codePoints().filter(Wording::invisible).findFirst();
  }

  /** Returns "; did you mean 'x'?" for the candidate nearest to a word, or nothing. */
  public static String suggestion(String word, Collection<String> candidates) {
    return nearest(word, candidates).map(best -> "; did you mean '" + best + "'?").orElse("");
  }

  /** Returns the candidate that a misspelt word most likely stands for. */
  public static Optional<String> nearest(String word, Collection<String> candidates) {
    String wanted = comparable(word);
    int limit = Math.max(1, Math.min(wanted.length(), 64) / 3);
    return candidates.stream()
        .filter(candidate -> Math.abs(candidate.length() - wanted.length()) <= limit)
        .map(candidate -> Map.entry(distance(wanted, comparable(candidate)), candidate))
        .filter(scored -> scored.getKey() <= limit)
        .min(
            Map.Entry.<Integer, String>comparingByKey().thenComparing(Map.Entry.comparingByValue()))
        .map(Map.Entry::getValue);
  }

  private static String comparable(String word) {
    StringBuilder visible = new StringBuilder(word.length());
    word.codePoints().filter(point -> !invisible(point)).forEach(visible::appendCodePoint);
    return visible.toString().toLowerCase(Locale.ROOT);
  }

  private static boolean invisible(int point) {
    int type = Character.getType(point);
    return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
  }

  private static int distance(String left, String right) {
    int[] previous = new int[right.length() + 1];
    for (int column = 0; column <= right.length(); column++) {
      previous[column] = column;
    }
    for (int row = 1; row <= left.length(); row++) {
      int[] current = new int[right.length() + 1];
      current[0] = row;
      for (int column = 1; column <= right.length(); column++) {
        int replaced = left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1;
        int shorter = Math.min(current[column - 1], previous[column]) + 1;
        current[column] = Math.min(shorter, previous[column - 1] + replaced);
      }
      previous = current;
    }
    return previous[right.length()];
  }
}
