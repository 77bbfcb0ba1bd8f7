package dev.promotion.yaml;

import dev.promotion.flow.PromotionFlow;
import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.ProblemCode;
import dev.promotion.yaml.internal.finding.Wording;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a duration with units, such as {@code 90m} or {@code 1d12h}. */
final class Timeouts {

  private static final Pattern FORM = Pattern.compile("-?(\\d+d)?(\\d+h)?(\\d+m)?(\\d+s)?");
  private static final Pattern PART = Pattern.compile("(\\d+)([dhms])");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+");
  private static final Map<String, ChronoUnit> UNITS =
      Map.of(
          "d", ChronoUnit.DAYS,
          "h", ChronoUnit.HOURS,
          "m", ChronoUnit.MINUTES,
          "s", ChronoUnit.SECONDS);

  /** Digits of a number of seconds that certainly fits. */
  private static final int MOST_DIGITS = 9;

  private Timeouts() {}

  static Duration parse(String text) {
    if (NUMBER.matcher(text).matches()) {
      throw refused(
          ProblemCode.DURATION,
          text,
          " has no unit; write " + Wording.quoted(text + "m") + " for minutes, or h, d, s");
    }
    Matcher part = PART.matcher(text);
    if (!FORM.matcher(text).matches() || !part.find()) {
      throw refused(
          ProblemCode.DURATION, text, " is not a duration; write it as in 90m, 24h or 1d12h");
    }
    Duration sum = Duration.ZERO;
    do {
      sum = sum.plus(part(part.group(1), part.group(2)));
    } while (part.find());
    if (text.startsWith("-") || sum.isZero() || sum.compareTo(PromotionFlow.LONGEST_TIMEOUT) > 0) {
      throw refused(ProblemCode.RANGE, text, " is outside 1s…90d");
    }
    return sum;
  }

  /** Returns a duration as it is written, the largest unit first. */
  static String text(Duration duration) {
    NotExpressible.refuseFraction(duration.toNanosPart() != 0, "spec.timeout");
    return Stream.of(
            duration.toDays() + "d",
            duration.toHoursPart() + "h",
            duration.toMinutesPart() + "m",
            duration.toSecondsPart() + "s")
        .filter(part -> !part.startsWith("0"))
        .collect(Collectors.joining());
  }

  private static Duration part(String digits, String unit) {
    return digits.length() > MOST_DIGITS
        ? PromotionFlow.LONGEST_TIMEOUT.plusSeconds(1)
        : Duration.of(Long.parseLong(digits), UNITS.getOrDefault(unit, ChronoUnit.SECONDS));
  }

  private static InvalidDefinitionException refused(ProblemCode code, String text, String message) {
    return new InvalidDefinitionException(code, "", Wording.quoted(text) + message);
  }
}
