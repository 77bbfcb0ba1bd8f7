package dev.promotion.release;

import dev.promotion.internal.json.JsonException;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.problem.PromotionException;
import dev.promotion.release.ReleaseEvent.ReleaseStarted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the records of one release in their order, and stops at the first that is not right. */
final class RecordCheck {

  private static final Pattern NAMED = Pattern.compile("\"release\":\"([0-9a-f]{24})\"");
  private static final String REMEDY =
      "; nothing is done for the release until its record is restored";

  private final Optional<ReleaseId> release;
  private final List<StoredEvent> events;

  RecordCheck(Optional<ReleaseId> release, List<StoredEvent> events) {
    this.release = release;
    this.events = events;
  }

  static RecordCheck of(List<StoredEvent> events) {
    return new RecordCheck(Optional.empty(), events);
  }

  /** Nothing is read before every seal is known to fit. */
  List<RecordedEvent> read() {
    checkSeals();
    List<RecordedEvent> read = new ArrayList<>();
    for (StoredEvent event : events) {
      read.add(read(read.size() + 1, event));
    }
    return List.copyOf(read);
  }

  private void checkSeals() {
    Seal before = Seal.NONE;
    int number = 1;
    for (StoredEvent event : events) {
      if (!before.next(event.text()).equals(event.seal())) {
        throw new AlteredRecordException(
            altered(number, "was changed, moved or removed after it had been recorded" + REMEDY));
      }
      before = event.seal();
      number++;
    }
  }

  /** Finds what an anchor tells and the seals of the records themselves cannot. */
  Optional<Problem> against(Anchor anchor) {
    if (anchor.sequence() > events.size()) {
      return Optional.of(
          altered(
              events.size() + 1,
              "is missing, though a commit names record " + anchor.sequence() + REMEDY));
    }
    int number = (int) anchor.sequence();
    return events.get(number - 1).seal().equals(anchor.seal())
        ? Optional.empty()
        : Optional.of(
            altered(number, "is not the one that a commit names: it was written anew" + REMEDY));
  }

  private RecordedEvent read(int number, StoredEvent stored) {
    EventText.Line line = parse(number, stored.text());
    if (line.sequence() != number) {
      throw new AlteredRecordException(
          altered(number, "says that it is record " + line.sequence() + REMEDY));
    }
    if (number == 1) {
      checkStart(line.event());
    }
    return new RecordedEvent(number, line.at(), line.event(), stored.seal());
  }

  private void checkStart(ReleaseEvent event) {
    if (!(event instanceof ReleaseStarted started)) {
      throw new AlteredRecordException(altered(1, "is not the start of a release" + REMEDY));
    }
    if (release.filter(expected -> !expected.equals(started.release())).isPresent()) {
      throw new AlteredRecordException(
          altered(1, "is the start of release " + started.release() + REMEDY));
    }
  }

  private EventText.Line parse(int number, String text) {
    try {
      return EventText.read(text);
    } catch (UnknownWordException unknown) {
      throw new NewerRecordException(
          new Problem(
              ProblemCode.RECORD_NEWER,
              place(number),
              unknown.getMessage() + "; it needs the newer version of Promotion that wrote it"));
    } catch (JsonException
        | PromotionException
        | IllegalArgumentException
        | ArithmeticException malformed) {
      throw new AlteredRecordException(
          altered(number, "cannot be read: " + malformed.getMessage() + REMEDY));
    }
  }

  private Problem altered(int number, String message) {
    return new Problem(ProblemCode.RECORD_ALTERED, place(number), message);
  }

  private String place(int number) {
    return named().map(id -> "release " + id + ", ").orElse("") + "record " + number;
  }

  private Optional<ReleaseId> named() {
    if (release.isPresent() || events.isEmpty()) {
      return release;
    }
    Matcher named = NAMED.matcher(events.get(0).text());
    return named.find() ? Optional.of(new ReleaseId(named.group(1))) : Optional.empty();
  }
}
