package dev.promotion.view;

import dev.promotion.problem.Problem;
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
import java.util.stream.Collectors;

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
      details(environment).forEach(detail -> text.append("\n      ").append(detail));
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

  private static List<String> details(EnvironmentProgress environment) {
    return environment.applications().stream()
        .filter(each -> each.phase() != ApplicationPhase.PENDING)
        .filter(each -> environment.status() != EnvironmentStatus.SKIPPED)
        .map(ReleaseView::detail)
        .toList();
  }

  private static String detail(ApplicationProgress application) {
    String name = application.application() + ": ";
    String commit = application.commit().map(id -> "commit " + id.abbreviated() + ", ").orElse("");
    return name
        + commit
        + application.reason().map(Problem::message).orElseGet(() -> did(application));
  }

  private static String did(ApplicationProgress application) {
    Optional<CommitId> expected = application.expected();
    String at = expected.map(id -> " at " + id.abbreviated()).orElse("");
    return switch (application.phase()) {
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
    String place = reason.place().isEmpty() ? "" : reason.place() + ": ";
    String what = release.status().name().toLowerCase(Locale.ROOT);
    return what + ": " + place.replace("release " + release.id() + ", ", "") + reason.message();
  }

  private static String symbol(EnvironmentStatus status) {
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
    Duration age = Duration.between(from, to);
    if (age.toSeconds() < 60) {
      return String.format(Locale.ROOT, "%.1fs", Math.max(0, age.toMillis()) / 1000.0);
    }
    return List.of(
            age.toDays() + "d",
            age.toHoursPart() + "h",
            age.toMinutesPart() + "m",
            age.toSecondsPart() + "s")
        .stream()
        .filter(part -> !part.startsWith("0"))
        .collect(Collectors.joining(" "));
  }
}
