package dev.promotion.port;

import static dev.promotion.fixture.ReleaseStory.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.fixture.ReleaseStory;
import dev.promotion.product.ProductName;
import dev.promotion.release.RecordedEvent;
import dev.promotion.release.ReleaseEvent.EnvironmentStarted;
import dev.promotion.release.ReleaseEvent.ReleaseStarted;
import dev.promotion.release.ReleaseId;
import dev.promotion.release.ReleasePlan;
import dev.promotion.release.ReleaseStatus;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class InMemoryReleaseStoreTest {

  private static final ProductName SHOP = new ProductName("shop");
  private static final ReleaseId OTHER = new ReleaseId("f".repeat(24));

  private final List<RecordedEvent> history =
      ReleaseStory.ofChain().terminate().end(ReleaseStatus.TERMINATED).release().events();
  private final ReleaseStore store = ReleaseStore.inMemory();

  @Nested
  class Reading {

    @Test
    void findsNothingThatWasNotAppended() {
      assertThat(store.load(ID)).isEmpty();
      assertThat(store.open()).isEmpty();
      assertThat(store.releases(SHOP)).isEmpty();
    }

    @Test
    void findsWhatWasAppended() {
      store.append(ID, 0, history.subList(0, 1));
      store.append(ID, 1, history.subList(1, 3));

      assertThat(store.load(ID)).isEqualTo(history).isUnmodifiable();
      assertThat(store.load(OTHER)).isEmpty();
    }

    @Test
    void findsTheReleasesThatHaveNotEndedTheOldestFirst() {
      begin(ID);
      begin(OTHER);
      assertThat(store.open()).containsExactly(ID, OTHER);

      store.append(ID, 1, history.subList(1, 3));
      assertThat(store.open()).containsExactly(OTHER);
    }

    @Test
    void findsTheReleasesOfAProductTheNewestFirst() {
      begin(ID);
      begin(OTHER);

      assertThat(store.releases(SHOP)).containsExactly(OTHER, ID);
      assertThat(store.releases(new ProductName("bank"))).isEmpty();
    }
  }

  @Nested
  class Appending {

    @Test
    void letsOneOfTwoWin() {
      begin(ID);

      assertThatExceptionOfType(StaleReleaseException.class)
          .isThrownBy(() -> begin(ID))
          .withMessageStartingWith("release " + ID + ": is at version 1, not 0");
      assertThatExceptionOfType(StaleReleaseException.class)
          .isThrownBy(() -> store.append(ID, 2, history.subList(2, 3)));
      assertThatExceptionOfType(StaleReleaseException.class)
          .isThrownBy(() -> store.append(OTHER, 1, history.subList(1, 2)));
      assertThat(store.load(ID)).hasSize(1);
    }

    @Test
    void takesAllOrNothing() {
      begin(ID);

      assertThatIllegalArgumentException()
          .isThrownBy(() -> store.append(ID, 1, List.of(history.get(1), history.get(1))))
          .withMessage("the events do not follow version 1");
      assertThat(store.load(ID)).hasSize(1);
    }

    @Test
    void takesAtLeastOneEvent() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> store.append(ID, 0, List.of()))
          .withMessage("there is no event to append");
    }

    @Test
    void beginsWithTheStartAndOnlyThere() {
      begin(ID);
      RecordedEvent start = history.get(0);
      RecordedEvent other =
          new RecordedEvent(
              1,
              ReleaseStory.START,
              new EnvironmentStarted(new EnvironmentName("dev")),
              start.seal());

      assertThatIllegalArgumentException()
          .isThrownBy(() -> store.append(OTHER, 0, List.of(other)))
          .withMessage("a release begins with its start, and only there");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> store.append(ID, 1, List.of(start.next(start.at(), start.event()))));
    }

    @Test
    void doesNotChangeWithTheListOfTheCaller() {
      List<RecordedEvent> events = new ArrayList<>(history.subList(0, 1));
      store.append(ID, 0, events);

      events.clear();

      assertThat(store.load(ID)).hasSize(1);
    }
  }

  private void begin(ReleaseId id) {
    ReleasePlan plan = ReleaseStory.ofChain().release().plan();
    store.append(
        id, 0, List.of(RecordedEvent.first(ReleaseStory.START, new ReleaseStarted(id, plan))));
  }
}
