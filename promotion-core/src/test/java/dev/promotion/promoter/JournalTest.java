package dev.promotion.promoter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.port.StaleReleaseException;
import dev.promotion.problem.ProblemCode;
import dev.promotion.release.Release;
import dev.promotion.release.ReleaseEvent;
import dev.promotion.release.ReleaseEvent.EnvironmentStarted;
import dev.promotion.release.ReleaseId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class JournalTest {

  private static final ReleaseEvent START = new EnvironmentStarted(new EnvironmentName("dev"));

  private final PromoterFixture fixture = new PromoterFixture();
  private final Journal journal = fixture.journal;

  @Test
  void recordsEventsWithTheTimeOfTheClock() {
    Release release = fixture.started(PromoterFixture.ID);
    fixture.clock.advance(Duration.ofSeconds(7));

    Release next = journal.append(release, List.of(START));

    assertThat(next.events()).last().isEqualTo(release.next(fixture.clock.now(), START));
    assertThat(journal.load(release.id())).isEqualTo(next);
  }

  @Test
  void tellsItsListenerOfEveryChange() {
    Release release = fixture.started(PromoterFixture.ID);

    Release next = journal.append(release, List.of(START));

    assertThat(fixture.told).containsExactly(release, next);
  }

  @Test
  void goesOnWhereItsListenerFails() {
    Journal loud =
        new Journal(
            fixture.store,
            fixture.clock,
            release -> {
              throw new IllegalStateException("listeners fail");
            });
    Release release = fixture.started(PromoterFixture.ID);

    assertThat(loud.append(release, List.of(START)).version()).isEqualTo(2);
    assertThat(fixture.store.load(release.id())).hasSize(2);
  }

  @Test
  void refusesAnEventThatCannotFollowBeforeTheStoreSeesIt() {
    Release release = fixture.started(PromoterFixture.ID);

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> journal.append(release, List.of(START, START)));

    assertThat(fixture.store.load(release.id())).hasSize(1);
  }

  @Test
  void losesAgainstWhoeverWasFirst() {
    Release release = fixture.started(PromoterFixture.ID);
    journal.append(release, List.of(START));

    assertThatExceptionOfType(StaleReleaseException.class)
        .isThrownBy(() -> journal.append(release, List.of(START)))
        .withMessage(
            "release 0123456789abcdef01234567: is at version 2, not 1, because somebody else"
                + " changed it; read it again [RELEASE_STALE]");
  }

  @Test
  void findsNoReleaseThatIsNotThere() {
    ReleaseId unknown = new ReleaseId("f".repeat(24));

    assertThat(journal.find(unknown)).isEmpty();
    assertThatExceptionOfType(ReleaseNotFoundException.class)
        .isThrownBy(() -> journal.load(unknown))
        .withMessage(
            "release ffffffffffffffffffffffff: there is no such release; look for it among the"
                + " releases of its product [RELEASE_NOT_FOUND]")
        .matches(thrown -> thrown.code() == ProblemCode.RELEASE_NOT_FOUND);
  }
}
