package dev.promotion.view;

import dev.promotion.internal.text.Texts;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.release.ApplicationPhase;
import dev.promotion.release.ApplicationProgress;
import dev.promotion.release.EnvironmentProgress;
import dev.promotion.release.EnvironmentStatus;
import dev.promotion.release.Release;
import dev.promotion.repository.CommitId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Shows a release as a few lines of plain text: a line for the release, one for each environment,
 * and one for each application that has something to tell.
 */
public final class ReleaseView {

  private static final int NAME_WIDTH = 12;
  private static final int STATUS_WIDTH = 11;

  private ReleaseView() {}

  /**
   * Shows a release.
   *
   * @param release a release
   * @return lines without a line break at the end; text from outside is escaped in them
   */
  public static String text(Release release) {
    Instant last = release.changedAt();
    StringBuilder text = new StringBuilder(heading(release, last));
    int width =
        release.environments().stream()
            .mapToInt(each -> each.name().value().length())
            .reduce(NAME_WIDTH, Math::max);
    for (EnvironmentProgress environment : release.environments()) {
      text.append('\n').append(line(environment, width, last));
      details(release, environment).forEach(detail -> text.append("\n      ").append(detail));
    }
    release.reason().ifPresent(reason -> text.append("\n  ").append(end(release, reason)));
    return text.toString();
  }

  private static String heading(Release release, Instant last) {
    return release.product()
        + " "
        + release.plan().version()
        + "  "
        + release.flow()
        + "  "
        + release.status()
        + " "
        + age(release.startedAt(), release.endedAt().orElse(last))
        + "  by "
        + release.plan().initiator()
        + "  release "
        + release.id();
  }

  private static String line(EnvironmentProgress environment, int width, Instant last) {
    String age =
        environment
            .startedAt()
            .map(start -> age(start, environment.endedAt().orElse(last)))
            .orElse("");
    String line =
        "  "
            + symbol(environment.status())
            + " "
            + padded(environment.name().value(), width)
            + "  "
            + padded(environment.status().name().toLowerCase(Locale.ROOT), STATUS_WIDTH)
            + age;
    return line.stripTrailing();
  }

  private static List<String> details(Release release, EnvironmentProgress environment) {
    return environment.applications().stream()
        .filter(each -> environment.status() != EnvironmentStatus.SKIPPED)
        .filter(each -> each.phase() != ApplicationPhase.PENDING || each.reason().isPresent())
        .map(each -> detail(release, environment, each))
        .toList();
  }

  private static String detail(
      Release release, EnvironmentProgress environment, ApplicationProgress application) {
    String here = here(release, environment, application);
    String commit = application.commit().map(id -> "commit " + id.abbreviated() + ", ").orElse("");
    return application.application()
        + ": "
        + commit
        + application
            .reason()
            .map(why -> told(why, here))
            .orElseGet(() -> did(application.phase(), application.expected()));
  }

  /** Returns the place of an application as its reasons name it. */
  static String here(
      Release release, EnvironmentProgress environment, ApplicationProgress application) {
    return release(release)
        + "environment "
        + environment.name()
        + ", application "
        + application.application();
  }

  /** Tells a reason without the part of its place that is known where it is shown. */
  static String told(Problem reason, String known) {
    String place = reason.place();
    String rest = place.startsWith(known) ? place.substring(known.length()) : place;
    String prefix = rest.startsWith(": ") ? rest.substring(2) : rest;
    return prefix.isEmpty() ? reason.message() : prefix + ": " + reason.message();
  }

  private static String release(Release release) {
    return "release " + release.id() + ", ";
  }

  static String did(ApplicationPhase phase, Optional<CommitId> expected) {
    String at = expected.map(id -> " at " + id.abbreviated()).orElse("");
    return switch (phase) {
      case PENDING -> "not begun";
      case COMMITTING -> "committing";
      case SYNCING -> "waits for a sync" + at.replace(" at ", " to ");
      case STABILIZING -> "healthy" + at + ", watched whether it stays so";
      case SUCCEEDED -> "healthy" + at;
      case FAILED -> "failed";
      case STOPPED -> "no longer followed";
    };
  }

  private static String end(Release release, Problem reason) {
    String told = told(reason, release(release));
    return reason.code() == ProblemCode.TERMINATED
        ? told
        : release.status().name().toLowerCase(Locale.ROOT) + ": " + told;
  }

  static String symbol(EnvironmentStatus status) {
    return switch (status) {
      case PENDING -> "·";
      case RUNNING -> "▶";
      case SUSPENDED -> "‖";
      case SUCCEEDED -> "✓";
      case FAILED -> "✗";
      case TERMINATED -> "■";
      case SKIPPED -> "-";
    };
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private static String age(Instant from, Instant to) {
    return Texts.span(Duration.between(from, to));
  }
}
