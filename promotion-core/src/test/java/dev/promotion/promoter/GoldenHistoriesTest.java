package dev.promotion.promoter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.promotion.release.ApplicationPhase;
import dev.promotion.release.ApplicationProgress;
import dev.promotion.release.EnvironmentProgress;
import dev.promotion.release.EnvironmentStatus;
import dev.promotion.release.EventCodec;
import dev.promotion.release.Release;
import dev.promotion.release.ReleaseEvent;
import dev.promotion.release.ReleaseStatus;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Releases that earlier versions stored mean today what they meant then. */
class GoldenHistoriesTest {

  private static final int FEWEST = 20;

  @ParameterizedTest
  @MethodSource("histories")
  void storedReleaseIsStillInTheSameStateWithTheSameNextStep(GoldenHistory history) {
    Release release = Release.replay(EventCodec.read(history.stored()));

    assertThat(GoldenHistory.expected(release)).isEqualTo(history.expected());
  }

  @ParameterizedTest
  @MethodSource("histories")
  void storedReleaseIsWrittenAgainToTheByte(GoldenHistory history) {
    assertThat(EventCodec.verify(history.stored())).isEmpty();
    assertThat(GoldenHistory.records(EventCodec.read(history.stored())))
        .isEqualTo(history.records());
  }

  @ParameterizedTest
  @MethodSource("versions")
  void everyVersionLeftAReleaseInEveryState(Path version) throws IOException {
    Set<Class<?>> events = new HashSet<>();
    Set<Object> states = new HashSet<>();

    List<GoldenHistory> histories = GoldenHistory.in(version);
    for (GoldenHistory history : histories) {
      Release release = Release.replay(EventCodec.read(history.stored()));
      release.events().forEach(event -> events.add(event.event().getClass()));
      states.add(release.status());
      release.environments().forEach(environment -> states.addAll(states(environment)));
    }

    assertThat(histories).hasSizeGreaterThanOrEqualTo(FEWEST);
    assertThat(events).containsAll(kinds(ReleaseEvent.class).toList());
    assertThat(states)
        .containsAll(
            EnumSet.complementOf(EnumSet.of(ReleaseStatus.QUEUED, ReleaseStatus.SUSPENDED)))
        .containsAll(EnumSet.complementOf(EnumSet.of(EnvironmentStatus.SUSPENDED)))
        .containsAll(EnumSet.allOf(ApplicationPhase.class));
  }

  @Test
  void newVersionWritesAReleaseInEveryState(@TempDir Path folder) throws IOException {
    Path version = folder.resolve("next");

    GoldenWriter.main(new String[] {version.toString()});

    everyVersionLeftAReleaseInEveryState(version);
    assertThatExceptionOfType(FileAlreadyExistsException.class)
        .isThrownBy(() -> GoldenWriter.write(version));
  }

  static Stream<GoldenHistory> histories() throws IOException, URISyntaxException {
    List<GoldenHistory> histories = new ArrayList<>();
    for (Path version : versions().toList()) {
      histories.addAll(GoldenHistory.in(version));
    }
    return histories.stream();
  }

  static Stream<Path> versions() throws IOException, URISyntaxException {
    Path golden = Path.of(GoldenHistoriesTest.class.getResource("/golden").toURI());
    try (Stream<Path> versions = Files.list(golden)) {
      return versions.sorted().toList().stream();
    }
  }

  private static Set<Object> states(EnvironmentProgress environment) {
    Set<Object> states = new HashSet<>(Set.of(environment.status()));
    environment.applications().stream().map(ApplicationProgress::phase).forEach(states::add);
    return states;
  }

  private static Stream<Class<?>> kinds(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(GoldenHistoriesTest::kinds)
        : Stream.of(type);
  }
}
