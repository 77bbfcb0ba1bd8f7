package dev.promotion.release;

import dev.promotion.internal.json.JsonReader;
import dev.promotion.internal.json.JsonWriter;
import dev.promotion.internal.text.Texts;
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
import dev.promotion.release.ReleaseEvent.OfApplication;
import dev.promotion.release.ReleaseEvent.ReleaseEnded;
import dev.promotion.release.ReleaseEvent.ReleaseStarted;
import dev.promotion.release.ReleaseEvent.TerminationRequested;
import java.time.Instant;

/**
 * The one line of JSON that an event is kept as: its sequence, its time, its kind, then the fields
 * of that kind. One event has exactly one such line.
 */
final class EventText implements EventVisitor<JsonWriter> {

  /** Far more than the longest plan: ten thousand files with paths of four thousand characters. */
  private static final int LONGEST = 1 << 27;

  private final JsonWriter json = new JsonWriter();

  private EventText() {}

  /** An event with its place and time, before its seal is known to be right. */
  record Line(long sequence, Instant at, ReleaseEvent event) {}

  static String write(long sequence, Instant at, ReleaseEvent event) {
    EventText text = new EventText();
    text.json.number("sequence", sequence).text("at", at.toString());
    return event.accept(text).end();
  }

  static Line read(String text) {
    JsonReader json = new JsonReader(text, LONGEST);
    long sequence = json.number("sequence");
    Instant at = Words.instant(json, "at");
    String type = json.text("type");
    EventKind kind =
        EventKind.of(type)
            .orElseThrow(
                () -> new UnknownWordException("has the unknown type " + Texts.quoted(type)));
    ReleaseEvent event = kind.read(json);
    json.end();
    return new Line(sequence, at, event);
  }

  @Override
  public JsonWriter on(ReleaseStarted event) {
    return kind(EventKind.RELEASE_STARTED)
        .number("format", EventKind.FORMAT)
        .text("release", event.release().value())
        .object("plan", event.plan(), PlanText::write);
  }

  @Override
  public JsonWriter on(EnvironmentStarted event) {
    return kind(EventKind.ENVIRONMENT_STARTED).text("environment", event.environment().value());
  }

  @Override
  public JsonWriter on(CommitIntended event) {
    return application(EventKind.COMMIT_INTENDED, event)
        .object("intent", event.intent(), IntentText::write);
  }

  @Override
  public JsonWriter on(CommitLanded event) {
    return application(EventKind.COMMIT_LANDED, event).text("commit", event.commit().value());
  }

  @Override
  public JsonWriter on(CommitAbandoned event) {
    return application(EventKind.COMMIT_ABANDONED, event);
  }

  @Override
  public JsonWriter on(NothingToChange event) {
    return application(EventKind.NOTHING_TO_CHANGE, event).text("head", event.head().value());
  }

  @Override
  public JsonWriter on(ApplicationWaiting event) {
    return application(EventKind.APPLICATION_WAITING, event)
        .object("reason", event.reason(), Words::problem);
  }

  @Override
  public JsonWriter on(ApplicationHealthy event) {
    return application(EventKind.APPLICATION_HEALTHY, event)
        .text("revision", event.revision().value())
        .text("observedAt", event.observedAt().toString());
  }

  @Override
  public JsonWriter on(ApplicationSucceeded event) {
    return application(EventKind.APPLICATION_SUCCEEDED, event);
  }

  @Override
  public JsonWriter on(ApplicationFailed event) {
    return application(EventKind.APPLICATION_FAILED, event)
        .object("reason", event.reason(), Words::problem);
  }

  @Override
  public JsonWriter on(TerminationRequested event) {
    return kind(EventKind.TERMINATION_REQUESTED)
        .text("by", event.by().name())
        .text("why", event.why());
  }

  @Override
  public JsonWriter on(DeadlinePassed event) {
    return kind(EventKind.DEADLINE_PASSED);
  }

  @Override
  public JsonWriter on(ReleaseEnded event) {
    return kind(EventKind.RELEASE_ENDED)
        .text("status", event.status().name())
        .object("reason", event.reason(), Words::problem)
        .number("inDoubt", event.inDoubt());
  }

  @Override
  public JsonWriter on(DoubtSettled event) {
    JsonWriter settled =
        application(EventKind.DOUBT_SETTLED, event).number("inDoubt", event.inDoubt());
    event.landed().ifPresent(commit -> settled.text("landed", commit.value()));
    return settled;
  }

  private JsonWriter kind(EventKind kind) {
    return json.text("type", kind.text());
  }

  private JsonWriter application(EventKind kind, OfApplication event) {
    return kind(kind)
        .text("environment", event.environment().value())
        .text("application", event.application().value());
  }
}
