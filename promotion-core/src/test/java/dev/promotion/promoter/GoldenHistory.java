package dev.promotion.promoter;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.promotion.release.EventCodec;
import dev.promotion.release.RecordedEvent;
import dev.promotion.release.Release;
import dev.promotion.release.ReleaseEvent;
import dev.promotion.release.StoredEvent;
import dev.promotion.view.ReleaseView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A stored release in two files: its records, and what they came to in the version that wrote them.
 *
 * @param name what the release is an example of
 * @param records one line for each record: its seal and its text
 * @param expected its state, and what is to be done next soon after and after its deadline
 */
record GoldenHistory(String name, String records, String expected) {

  private static final String RECORDS = ".jsonl";
  private static final String EXPECTED = ".txt";
  private static final String BEFORE_SEAL = "{\"seal\":\"";
  private static final String BEFORE_EVENT = "\",\"event\":";
  private static final int SEAL_DIGITS = 64;

  /** Reads what is in the folder of a version. */
  static List<GoldenHistory> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<GoldenHistory> histories = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(RECORDS)) {
          String base = name.substring(0, name.length() - RECORDS.length());
          histories.add(
              new GoldenHistory(
                  base,
                  Files.readString(file, UTF_8),
                  Files.readString(folder.resolve(base + EXPECTED), UTF_8)));
        }
      }
      return histories;
    }
  }

  /** Makes the files of a release. */
  static GoldenHistory of(String name, Release release) {
    return new GoldenHistory(name, records(release.events()), expected(release));
  }

  /** Adds the files to a folder that does not have them. */
  void writeTo(Path folder) throws IOException {
    Files.writeString(folder.resolve(name + RECORDS), records, StandardOpenOption.CREATE_NEW);
    Files.writeString(folder.resolve(name + EXPECTED), expected, StandardOpenOption.CREATE_NEW);
  }

  /** Returns the records as a store would have kept them. */
  List<StoredEvent> stored() {
    return records
        .lines()
        .map(
            line -> {
              int seal = BEFORE_SEAL.length();
              int event = seal + SEAL_DIGITS + BEFORE_EVENT.length();
              return StoredEvent.of(
                  line.substring(event, line.length() - 1),
                  line.substring(seal, seal + SEAL_DIGITS));
            })
        .toList();
  }

  static String records(List<RecordedEvent> events) {
    return events.stream()
        .map(EventCodec::write)
        .map(each -> BEFORE_SEAL + each.seal() + BEFORE_EVENT + each.text() + "}\n")
        .collect(Collectors.joining());
  }

  static String expected(Release release) {
    Instant soon = release.changedAt().plusSeconds(1);
    Instant late = release.deadline().plus(Duration.ofHours(1));
    return ReleaseView.text(release) + "\n\n" + next(release, soon) + "\n" + next(release, late);
  }

  private static String next(Release release, Instant now) {
    Decision decision = Decision.decide(release, now);
    StringBuilder text = new StringBuilder("at " + now + "\n");
    decision.actions().forEach(action -> action.accept(new Line(release, now, text)));
    decision
        .otherwise()
        .ifPresent(event -> text.append("otherwise ").append(line(release, now, event)));
    return text.append("look again at ").append(decision.lookAgain()).append('\n').toString();
  }

  private static String line(Release release, Instant now, ReleaseEvent event) {
    return EventCodec.write(release.next(now, event)).text() + "\n";
  }

  /** Writes an action as one line. */
  private record Line(Release release, Instant now, StringBuilder text) implements Action.Visitor {

    @Override
    public void on(Action.Note note) {
      text.append("record ").append(line(release, now, note.event()));
    }

    @Override
    public void on(Action.Commit commit) {
      text.append(commit.mayWrite() ? "commit to " : "settle the commit to ")
          .append(commit.place())
          .append('\n');
    }

    @Override
    public void on(Action.Settle settle) {
      text.append("settle the doubt in ")
          .append(settle.place())
          .append(", besides ")
          .append(settle.othersInDoubt())
          .append('\n');
    }

    @Override
    public void on(Action.Observe observe) {
      text.append("observe ").append(observe.place()).append('\n');
    }
  }
}
