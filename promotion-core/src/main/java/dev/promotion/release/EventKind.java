package dev.promotion.release;

import static dev.promotion.release.Words.application;
import static dev.promotion.release.Words.commit;
import static dev.promotion.release.Words.environment;
import static dev.promotion.release.Words.problem;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.internal.json.JsonReader;
import dev.promotion.product.ApplicationName;
import dev.promotion.release.ReleaseEvent.ApplicationFailed;
import dev.promotion.release.ReleaseEvent.ApplicationHealthy;
import dev.promotion.release.ReleaseEvent.ApplicationSucceeded;
import dev.promotion.release.ReleaseEvent.ApplicationWaiting;
import dev.promotion.release.ReleaseEvent.CommitAbandoned;
import dev.promotion.release.ReleaseEvent.CommitIntended;
import dev.promotion.release.ReleaseEvent.CommitLanded;
import dev.promotion.release.ReleaseEvent.DeadlinePassed;
import dev.promotion.release.ReleaseEvent.DoubtSettled;
import dev.promotion.release.ReleaseEvent.EnvironmentStarted;
import dev.promotion.release.ReleaseEvent.NothingToChange;
import dev.promotion.release.ReleaseEvent.ReleaseEnded;
import dev.promotion.release.ReleaseEvent.ReleaseStarted;
import dev.promotion.release.ReleaseEvent.TerminationRequested;
import dev.promotion.repository.CommitId;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The name of each kind of event in a record, and how its fields are read; {@link EventText} writes
 * them. A kind never changes: whatever needs other fields is a kind of its own, so that every older
 * record stays readable and every older version refuses what it does not know.
 */
enum EventKind {
  RELEASE_STARTED("release-started", EventKind::releaseStarted),
  ENVIRONMENT_STARTED("environment-started", json -> new EnvironmentStarted(environment(json))),
  COMMIT_INTENDED(
      "commit-intended",
      json ->
          new CommitIntended(
              environment(json), application(json), json.object("intent", IntentText::read))),
  COMMIT_LANDED(
      "commit-landed",
      json -> new CommitLanded(environment(json), application(json), commit(json, "commit"))),
  COMMIT_ABANDONED(
      "commit-abandoned", json -> new CommitAbandoned(environment(json), application(json))),
  NOTHING_TO_CHANGE(
      "nothing-to-change",
      json -> new NothingToChange(environment(json), application(json), commit(json, "head"))),
  APPLICATION_WAITING(
      "application-waiting",
      json -> new ApplicationWaiting(environment(json), application(json), problem(json))),
  APPLICATION_HEALTHY(
      "application-healthy",
      json ->
          new ApplicationHealthy(
              environment(json),
              application(json),
              commit(json, "revision"),
              Words.instant(json, "observedAt"))),
  APPLICATION_SUCCEEDED(
      "application-succeeded",
      json -> new ApplicationSucceeded(environment(json), application(json))),
  APPLICATION_FAILED(
      "application-failed",
      json -> new ApplicationFailed(environment(json), application(json), problem(json))),
  TERMINATION_REQUESTED(
      "termination-requested",
      json -> new TerminationRequested(new Actor(json.text("by")), json.text("why"))),
  DEADLINE_PASSED("deadline-passed", json -> new DeadlinePassed()),
  RELEASE_ENDED(
      "release-ended",
      json ->
          new ReleaseEnded(
              Words.constant(json, "status", ReleaseStatus.class), problem(json), inDoubt(json))),
  DOUBT_SETTLED("doubt-settled", EventKind::doubtSettled);

  /** The form of the whole record; it stands in its first event. */
  static final int FORMAT = 1;

  private static final Map<String, EventKind> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(EventKind::text, kind -> kind));

  private final String text;

  @SuppressWarnings("ImmutableEnumChecker") // methods only
  private final Function<JsonReader, ReleaseEvent> reader;

  EventKind(String text, Function<JsonReader, ReleaseEvent> reader) {
    this.text = text;
    this.reader = reader;
  }

  /** Finds the kind of a name. */
  static Optional<EventKind> of(String text) {
    return Optional.ofNullable(BY_NAME.get(text));
  }

  /** Returns the name. */
  String text() {
    return text;
  }

  /** Reads the fields. */
  ReleaseEvent read(JsonReader json) {
    return reader.apply(json);
  }

  private static DoubtSettled doubtSettled(JsonReader json) {
    EnvironmentName environment = environment(json);
    ApplicationName application = application(json);
    int inDoubt = inDoubt(json);
    Optional<CommitId> landed =
        json.has("landed") ? Optional.of(commit(json, "landed")) : Optional.empty();
    return new DoubtSettled(environment, application, landed, inDoubt);
  }

  private static int inDoubt(JsonReader json) {
    return Math.toIntExact(json.number("inDoubt"));
  }

  private static ReleaseStarted releaseStarted(JsonReader json) {
    long format = json.number("format");
    if (format != FORMAT) {
      throw new UnknownWordException("is written in format " + format + ", not " + FORMAT);
    }
    return new ReleaseStarted(
        new ReleaseId(json.text("release")), json.object("plan", PlanText::read));
  }
}
