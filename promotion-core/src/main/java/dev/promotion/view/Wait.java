package dev.promotion.view;

import static java.util.Objects.requireNonNull;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.internal.text.Texts;
import dev.promotion.product.ApplicationName;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing that a release waits for.
 *
 * @param environment where it waits
 * @param application the application that it waits with, or empty where the whole environment waits
 * @param what what it waits for, in words; text from outside is escaped in it
 * @param since since when, by the clock of the promoter or, while an application is watched, of the
 *     cluster
 * @param until when time alone ends the wait; empty where it never does
 * @param movesOn what would end the wait, in words that a person can act on
 */
public record Wait(
    EnvironmentName environment,
    Optional<ApplicationName> application,
    String what,
    Instant since,
    Optional<Instant> until,
    String movesOn) {

  /** Checks that nothing is missing. */
  public Wait {
    requireNonNull(environment, "environment");
    requireNonNull(application, "application");
    requireNonNull(what, "what");
    requireNonNull(since, "since");
    requireNonNull(until, "until");
    requireNonNull(movesOn, "movesOn");
  }

  /**
   * Tells the wait in one sentence.
   *
   * @param now the present, for the length of the wait
   * @return the sentence, without a line break
   */
  public String text(Instant now) {
    Duration length = Duration.between(since, now);
    String place = environment + application.map(each -> ", " + each).orElse("");
    return place
        + ": "
        + what
        + ", for "
        + Texts.span(length.isNegative() ? Duration.ZERO : length)
        + until.map(end -> ", until " + end + " at the latest").orElse("")
        + "; "
        + movesOn;
  }
}
