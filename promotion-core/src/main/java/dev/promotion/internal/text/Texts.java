package dev.promotion.internal.text;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes text from outside safe to show, and finds what a misspelt name may have meant. */
public final class Texts {

  private static final int SHOWN = 80;
  private static final int LISTED = 20;

  /** From the blank to here every character is one that everybody sees. */
  private static final char LAST_PLAIN = '~';

  /** Letters and marks by their type, yet nothing is drawn for them. */
  private static final String BLANK = "\u034F\u115F\u1160\u17B4\u17B5\u3164\uFFA0";

  private Texts() {}

  /** Returns the text with control, format and line-separating characters written as escapes. */
  public static String escaped(String text) {
    if (!hasInvisible(text)) {
      return text;
    }
    StringBuilder safe = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(point -> appendSafely(safe, point));
    return safe.toString();
  }

  /** Returns the text in single quotes, escaped and shortened to 80 characters. */
  public static String quoted(String text) {
    String safe = escaped(text);
    String shown = shortened(safe, SHOWN);
    return shown.equals(safe)
        ? "'" + safe + "'"
        : "'" + shown + "' (" + text.codePointCount(0, text.length()) + " characters)";
  }

  /**
   * Returns the text, cut between characters and marked by "…" if it has more than {@code most}.
   */
  public static String shortened(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most)) + "…";
  }

  /** Returns a length of time as people write it, such as "1.5s" or "2h 30m". */
  public static String span(Duration duration) {
    if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
      long tenths = Math.max(0, duration.toMillis() / 100);
      return tenths / 10 + (tenths % 10 == 0 ? "" : "." + tenths % 10) + "s";
    }
    return Stream.of(
            duration.toDays() + "d",
            duration.toHoursPart() + "h",
            duration.toMinutesPart() + "m",
            duration.toSecondsPart() + "s")
        .filter(part -> !part.startsWith("0"))
        .collect(Collectors.joining(" "));
  }

  /** Tells whether a text has a character for which {@link #invisible} is true. */
  public static boolean hasInvisible(String text) {
    for (int index = 0; index < text.length(); index++) {
      char letter = text.charAt(index);
      if (letter < ' ' || letter > LAST_PLAIN) {
        return text.codePoints().anyMatch(Texts::invisible);
      }
    }
    return false;
  }

  /** Tells whether a character cannot be seen, or changes how those around it are seen. */
  public static boolean invisible(int point) {
    int type = Character.getType(point);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || BLANK.indexOf(point) >= 0;
  }

  /** Returns "known: a, b, c", of which 20 at most are named, and what the name may have meant. */
  public static String known(String name, List<String> candidates) {
    if (candidates.isEmpty()) {
      return "known: none";
    }
    int more = candidates.size() - LISTED;
    return "known: "
        + candidates.stream().limit(LISTED).collect(Collectors.joining(", "))
        + (more > 0 ? " and " + more + " more" : "")
        + suggestion(name, candidates);
  }

  /** Returns "; did you mean 'x'?" for the candidate nearest to the name, or nothing. */
  public static String suggestion(String name, Collection<String> candidates) {
    return nearest(name, candidates).map(best -> "; did you mean '" + best + "'?").orElse("");
  }

  private static Optional<String> nearest(String name, Collection<String> candidates) {
    String wanted = name.toLowerCase(Locale.ROOT);
    int limit = Math.max(1, Math.min(wanted.length(), 64) / 3);
    return candidates.stream()
        .filter(candidate -> Math.abs(candidate.length() - wanted.length()) <= limit)
        .filter(candidate -> distance(wanted, candidate.toLowerCase(Locale.ROOT)) <= limit)
        .min(
            Comparator.comparingInt(
                    (String candidate) -> distance(wanted, candidate.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()));
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
        current[column] =
            Math.min(
                Math.min(current[column - 1] + 1, previous[column] + 1),
                previous[column - 1] + replaced);
      }
      previous = current;
    }
    return previous[right.length()];
  }

  private static void appendSafely(StringBuilder safe, int point) {
    switch (point) {
      case '\n' -> safe.append("\\n");
      case '\r' -> safe.append("\\r");
      case '\t' -> safe.append("\\t");
      default -> {
        if (invisible(point)) {
          safe.append(String.format(Locale.ROOT, "\\u%04X", point));
        } else {
          safe.appendCodePoint(point);
        }
      }
    }
  }
}
