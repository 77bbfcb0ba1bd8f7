package dev.promotion.promoter;

import static dev.promotion.promoter.PromoterFixture.ID;
import static dev.promotion.promoter.PromoterFixture.trigger;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.promotion.port.Clock;
import dev.promotion.port.Fault;
import dev.promotion.port.ReleaseStore;
import dev.promotion.port.StaleReleaseException;
import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.product.ProductName;
import dev.promotion.release.Actor;
import dev.promotion.release.RecordedEvent;
import dev.promotion.release.Release;
import dev.promotion.release.ReleaseEvent;
import dev.promotion.release.ReleaseEvent.TerminationRequested;
import dev.promotion.release.ReleaseId;
import dev.promotion.release.ReleaseStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SequentialPromoterTest {

  private static final Duration ENOUGH = Duration.ofMinutes(5);
  private static final ReleaseId UNKNOWN = new ReleaseId("f".repeat(24));

  private final PromoterFixture fixture = new PromoterFixture();
  private final SequentialPromoter promoter = fixture.builder().ids(() -> ID).build();

  @Nested
  class ATrigger {

    @Test
    void startsAReleaseAndPromotesNothingYet() {
      Release release = promoter.trigger(trigger());

      assertThat(release.id()).isEqualTo(ID);
      assertThat(release.version()).isEqualTo(1);
      assertThat(promoter.release(ID)).isEqualTo(release);
      assertThat(promoter.releases(PromoterFixture.shop())).containsExactly(ID);
      assertThat(fixture.repository.calls()).doesNotContain("write");
    }

    @Test
    void isRefusedWithoutATrace() {
      assertThatExceptionOfType(TriggerRefusedException.class)
          .isThrownBy(() -> promoter.trigger(Trigger.flow("f").product("shop").by("alice")));

      assertThat(fixture.store.open()).isEmpty();
      assertThat(promoter.releases(PromoterFixture.shop())).isEmpty();
    }

    @Test
    void startsOneReleaseHoweverOftenItsKeyIsUsed() {
      Release first = promoter.trigger(trigger().key("build 7"));
      Release driven = promoter.await(first.id(), ENOUGH);

      Release again = fixture.builder().build().trigger(trigger().key("build 7"));

      assertThat(again).isEqualTo(driven);
      assertThat(promoter.releases(PromoterFixture.shop())).hasSize(1);
      assertThat(promoter.trigger(trigger().key("build 8")).id()).isNotEqualTo(first.id());
    }

    @Test
    void findsTheReleaseOfItsKeyEvenWhereItCouldNoLongerStart() {
      Release first = promoter.trigger(trigger().key("build 7"));
      fixture.repository.deleteBranch();

      assertThat(promoter.trigger(trigger().key("build 7"))).isEqualTo(first);
    }

    @Test
    void findsTheReleaseOfWhoeverUsedTheSameKeyFirst() {
      Trigger keyed = trigger().key("build 7");
      SequentialPromoter slow =
          fixture
              .builder()
              .store(new Interrupted(() -> fixture.builder().build().trigger(keyed)))
              .build();

      Release found = slow.trigger(keyed);

      assertThat(promoter.releases(PromoterFixture.shop())).containsExactly(found.id());
    }

    @Test
    void failsWhereAnIdIsGivenTwice() {
      promoter.trigger(trigger());

      assertThatExceptionOfType(StaleReleaseException.class)
          .isThrownBy(() -> promoter.trigger(trigger()));
    }
  }

  @Nested
  class Advancing {

    @Test
    void triesAgainWhereSomebodyElseWasFirst() {
      promoter.trigger(trigger());
      SequentialPromoter slow =
          fixture.builder().store(new Interrupted(() -> promoter.advance(ID))).build();

      NextVisit next = slow.advance(ID);

      assertThat(next.release().status()).isEqualTo(ReleaseStatus.SUCCEEDED);
      assertThat(next.release()).isEqualTo(promoter.release(ID));
    }

    @Test
    void givesUpWhereSomebodyElseIsAlwaysFirst() {
      promoter.trigger(trigger());
      Always always = new Always();
      SequentialPromoter slow = fixture.builder().store(always).build();

      assertThatExceptionOfType(StaleReleaseException.class).isThrownBy(() -> slow.advance(ID));
      assertThat(always.attempts).isEqualTo(100);
    }

    @Test
    void knowsNoOtherReleases() {
      assertThatExceptionOfType(ReleaseNotFoundException.class)
          .isThrownBy(() -> promoter.advance(UNKNOWN));
      assertThatExceptionOfType(ReleaseNotFoundException.class)
          .isThrownBy(() -> promoter.release(UNKNOWN));
      assertThat(promoter.releases(new ProductName("bank"))).isEmpty();
    }
  }

  @Nested
  class Awaiting {

    @Test
    void drivesToTheEnd() {
      promoter.trigger(trigger());

      assertThat(promoter.await(ID, ENOUGH).status()).isEqualTo(ReleaseStatus.SUCCEEDED);
    }

    @Test
    void comesBackAsSoonAsTheStableWindowIsOver() {
      SequentialPromoter patient =
          fixture.builder().ids(() -> ID).stableFor(Duration.ofSeconds(1)).build();
      patient.trigger(trigger());
      Instant start = fixture.clock.now();

      Release release = patient.await(ID, ENOUGH);

      assertThat(release.status()).isEqualTo(ReleaseStatus.SUCCEEDED);
      assertThat(fixture.clock.now()).isEqualTo(start.plusSeconds(3));
    }

    @Test
    void stopsWhenTheTimeIsOver() {
      promoter.trigger(trigger());
      fixture.statuses.put(
          fixture.started(UNKNOWN).plan().source().application().name(),
          Optional.of(fixture.healthyAt(fixture.repository.parent(fixture.repository.head()))));
      Instant start = fixture.clock.now();

      Release release = promoter.await(ID, Duration.ofSeconds(7));

      assertThat(release.status()).isEqualTo(ReleaseStatus.RUNNING);
      assertThat(fixture.clock.now()).isEqualTo(start.plusSeconds(7));
    }

    @Test
    void stopsWhenItIsInterrupted() {
      SequentialPromoter impatient =
          fixture
              .builder()
              .ids(() -> ID)
              .stableFor(Duration.ofSeconds(5))
              .clock(new Interrupting())
              .build();
      impatient.trigger(trigger());

      Release release = impatient.await(ID, ENOUGH);

      assertThat(Thread.interrupted()).isTrue();
      assertThat(release.status()).isEqualTo(ReleaseStatus.RUNNING);
    }

    /** A clock whose sleeper is always interrupted. */
    private final class Interrupting implements Clock {
      @Override
      public Instant now() {
        return fixture.clock.now();
      }

      @Override
      public void sleep(Duration duration) throws InterruptedException {
        throw new InterruptedException();
      }
    }
  }

  @Nested
  class Terminating {

    @Test
    void stopsTheRest() {
      promoter.trigger(trigger());

      Release release = promoter.terminate(ID, "carol", "too risky");

      assertThat(release.status()).isEqualTo(ReleaseStatus.TERMINATED);
      assertThat(release.reason())
          .hasValue(new Problem(ProblemCode.TERMINATED, "", "terminated by carol: too risky"));
      assertThat(fixture.repository.calls()).doesNotContain("write");
    }

    @Test
    void leavesAReleaseThatHasEnded() {
      promoter.trigger(trigger());
      Release ended = promoter.await(ID, ENOUGH);

      assertThat(promoter.terminate(ID, "carol", "too late")).isEqualTo(ended);
    }

    @Test
    void keepsTheFirstReason() {
      Release release = fixture.inQa();
      fixture.repository.failing("write", PromoterFixture.fault(Fault.TRANSIENT));
      promoter.advance(release.id());
      fixture.repository.failing("head", PromoterFixture.fault(Fault.TRANSIENT));
      promoter.terminate(ID, "carol", "too risky");

      Release still = promoter.terminate(ID, "dave", "me too");

      assertThat(still.status()).isEqualTo(ReleaseStatus.TERMINATING);
      assertThat(still.reason()).map(Problem::message).hasValue("terminated by carol: too risky");
    }

    @Test
    void triesAgainWhereSomebodyElseWasFirst() {
      promoter.trigger(trigger());
      SequentialPromoter slow =
          fixture
              .builder()
              .store(
                  new Interrupted(
                      () ->
                          fixture.journal.append(
                              fixture.journal.load(ID),
                              List.of(TerminationRequested.of(new Actor("dave"), "first")))))
              .build();

      assertThat(slow.terminate(ID, "carol", "second").reason())
          .map(Problem::message)
          .hasValue("terminated by dave: first");
    }

    @Test
    void needsWhoAndWhy() {
      promoter.trigger(trigger());

      assertThatExceptionOfType(InvalidDefinitionException.class)
          .isThrownBy(() -> promoter.terminate(ID, "", "why"));
      assertThatExceptionOfType(InvalidDefinitionException.class)
          .isThrownBy(() -> promoter.terminate(ID, "carol", "a\nb"));
      assertThat(promoter.release(ID).version()).isEqualTo(1);
    }

    @Test
    void knowsNoOtherReleases() {
      assertThatExceptionOfType(ReleaseNotFoundException.class)
          .isThrownBy(() -> promoter.terminate(UNKNOWN, "carol", "why"));
    }
  }

  /** The store of the fixture, where something happens just before the first append. */
  private class Interrupted implements ReleaseStore {

    private Optional<Runnable> happening;

    Interrupted(Runnable happening) {
      this.happening = Optional.of(happening);
    }

    @Override
    public List<RecordedEvent> load(ReleaseId release) {
      return fixture.store.load(release);
    }

    @Override
    public void append(ReleaseId release, long version, List<RecordedEvent> events) {
      Optional<Runnable> now = happening;
      happening = Optional.empty();
      now.ifPresent(Runnable::run);
      fixture.store.append(release, version, events);
    }

    @Override
    public List<ReleaseId> open() {
      return fixture.store.open();
    }

    @Override
    public List<ReleaseId> releases(ProductName product) {
      return fixture.store.releases(product);
    }
  }

  /** The store of the fixture, to which somebody else always appended first. */
  private final class Always extends Interrupted {

    private int attempts;

    Always() {
      super(() -> {});
    }

    @Override
    public void append(ReleaseId release, long version, List<RecordedEvent> events) {
      attempts++;
      throw new StaleReleaseException(release, version, version + 1);
    }
  }

  @Test
  void tellsItsListenerOfEveryChange() {
    List<ReleaseEvent> heard = new ArrayList<>();
    SequentialPromoter loud =
        fixture
            .builder()
            .onChange(
                release -> heard.add(release.events().get(release.events().size() - 1).event()))
            .build();

    Release release = loud.await(loud.trigger(trigger()).id(), ENOUGH);

    assertThat(release.status()).isEqualTo(ReleaseStatus.SUCCEEDED);
    assertThat(heard)
        .startsWith(release.events().get(0).event())
        .endsWith(release.events().get(release.events().size() - 1).event());
  }
}
