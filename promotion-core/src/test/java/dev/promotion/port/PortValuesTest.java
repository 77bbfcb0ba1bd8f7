package dev.promotion.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.promotion.fixture.ReleaseStory;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortValuesTest {

  @Nested
  class AStatus {

    private static final Instant NOW = ReleaseStory.START;

    @Test
    void isBelievedWhereThereWasNoSync() {
      assertThat(status(Optional.empty()).observedAfterSync()).isTrue();
    }

    @Test
    void isNotBelievedWhileASyncRuns() {
      assertThat(status(sync(Optional.empty())).observedAfterSync()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"-1, true", "0, true", "1, false"})
    void isBelievedOnlyIfItWasObservedAfterTheSyncHadEnded(int seconds, boolean believed) {
      assertThat(status(sync(Optional.of(NOW.plusSeconds(seconds)))).observedAfterSync())
          .isEqualTo(believed);
    }

    private static Optional<SyncOperation> sync(Optional<Instant> end) {
      return Optional.of(
          new SyncOperation(SyncOperation.Phase.SUCCEEDED, Optional.empty(), end, ""));
    }

    private static ApplicationStatus status(Optional<SyncOperation> operation) {
      return new ApplicationStatus(
          SyncStatus.SYNCED, Optional.empty(), HealthStatus.HEALTHY, "", operation, NOW);
    }
  }

  @Nested
  class AFault {

    @ParameterizedTest
    @CsvSource({
      "TRANSIENT, true",
      "AUTH, true",
      "REJECTED, false",
      "NOT_FOUND, false",
      "LIMIT, false",
      "MISCONFIGURED, false"
    })
    void letsAReleaseWaitOnlyWhereItMayPass(Fault fault, boolean waits) {
      assertThat(fault.waits()).isEqualTo(waits);
    }

    @Test
    void isToldWithItsProblemAndItsCause() {
      Problem problem = new Problem(ProblemCode.REPOSITORY_AUTH, "git.example", "says no");
      IllegalStateException cause = new IllegalStateException("401");

      PortException thrown = new PortException(Fault.AUTH, problem, cause);

      assertThat(thrown).hasMessage("git.example: says no [REPOSITORY_AUTH]").hasCause(cause);
      assertThat(thrown.fault()).isEqualTo(Fault.AUTH);
      assertThat(thrown.problem()).isEqualTo(problem);
    }

    @Test
    void isNeverNull() {
      Problem problem = new Problem(ProblemCode.REPOSITORY_AUTH, "", "says no");

      assertThatNullPointerException()
          .isThrownBy(() -> new PortException(null, problem, null))
          .withMessage("fault");
    }
  }

  @Nested
  class RandomIds {

    @Test
    void haveTheFormOfAnIdAndDiffer() {
      ReleaseIds ids = ReleaseIds.random();

      assertThat(Stream.generate(ids::next).limit(1_000))
          .doesNotHaveDuplicates()
          .allMatch(id -> id.value().matches("[0-9a-f]{24}"));
    }
  }

  @Nested
  class TheSystemClock {

    private final Clock clock = Clock.system();

    @Test
    void goesOn() {
      Instant before = Instant.now();

      assertThat(clock.now()).isBetween(before, Instant.now());
    }

    @Test
    void sleepsAtLeastAsLongAsAsked() throws InterruptedException {
      Instant before = clock.now();

      clock.sleep(Duration.ofMillis(2));

      assertThat(Duration.between(before, clock.now())).isGreaterThan(Duration.ofMillis(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-1H", "PT0S", "PT0.000000001S"})
    @Timeout(30)
    void doesNotSleepForATimeThatIsOver(String duration) throws InterruptedException {
      clock.sleep(Duration.parse(duration));
    }

    @Test
    void isWokenByAnInterrupt() {
      Thread.currentThread().interrupt();

      assertThatExceptionOfType(InterruptedException.class)
          .isThrownBy(() -> clock.sleep(Duration.ofHours(1)));
    }
  }
}
