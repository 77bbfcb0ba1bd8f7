package dev.promotion.promoter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.promotion.catalog.Catalog;
import dev.promotion.port.Clock;
import dev.promotion.port.Health;
import dev.promotion.port.ReleaseIds;
import dev.promotion.port.ReleaseStore;
import dev.promotion.port.Repositories;
import dev.promotion.repository.Person;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromoterBuilderTest {

  private static final Catalog CATALOG = Catalog.builder().build();
  private static final Repositories REPOSITORIES =
      url -> {
        throw new AssertionError("nothing is asked");
      };
  private static final Health HEALTH = application -> Optional.empty();

  private final PromoterBuilder builder = SequentialPromoter.builder();

  @Nested
  class WhatIsNeeded {

    @Test
    void isCatalogRepositoriesAndHealth() {
      assertThatIllegalStateException()
          .isThrownBy(() -> builder.repositories(REPOSITORIES).health(HEALTH).build())
          .withMessage("the promoter needs catalog");
      assertThatIllegalStateException()
          .isThrownBy(() -> SequentialPromoter.builder().catalog(CATALOG).health(HEALTH).build())
          .withMessage("the promoter needs repositories");
      assertThatIllegalStateException()
          .isThrownBy(
              () ->
                  SequentialPromoter.builder().catalog(CATALOG).repositories(REPOSITORIES).build())
          .withMessage("the promoter needs health");
    }

    @Test
    void isEnough() {
      SequentialPromoter promoter =
          builder.catalog(CATALOG).repositories(REPOSITORIES).health(HEALTH).build();

      assertThat(promoter.releases(PromoterFixture.shop())).isEmpty();
    }

    @Test
    void isNeverNull() {
      nullRefused("catalog", () -> builder.catalog(null));
      nullRefused("repositories", () -> builder.repositories(null));
      nullRefused("health", () -> builder.health(null));
      nullRefused("store", () -> builder.store(null));
      nullRefused("clock", () -> builder.clock(null));
      nullRefused("ids", () -> builder.ids(null));
      nullRefused("author", () -> builder.author(null));
      nullRefused("listener", () -> builder.onChange(null));
    }

    private static void nullRefused(String name, Runnable call) {
      assertThatNullPointerException().isThrownBy(call::run).withMessage(name);
    }
  }

  @Nested
  class TheRest {

    @Test
    void hasDefaults() {
      assertThat(builder.author).hasToString("Promotion <promotion@localhost>");
      assertThat(builder.stableFor).isEqualTo(Duration.ofSeconds(5));
      assertThat(builder.poll).isEqualTo(Duration.ofSeconds(2));
      assertThat(builder.clock).isSameAs(Clock.system());
    }

    @Test
    void isKept() {
      ReleaseStore store = ReleaseStore.inMemory();
      ReleaseIds ids = ReleaseIds.random();
      Person author = new Person("Alice", "alice@example.org");

      builder.store(store).ids(ids).author(author);

      assertThat(builder.store).isSameAs(store);
      assertThat(builder.ids).isSameAs(ids);
      assertThat(builder.author).isSameAs(author);
    }
  }

  @Nested
  class TheStableWindow {

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT0.001S", "PT10M", "P90D"})
    void isKept(String text) {
      assertThat(builder.stableFor(Duration.parse(text)).stableFor).isEqualTo(Duration.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-0.001S", "P90DT0.001S", "PT2562047788015215H"})
    void isRefusedOutsideItsRange(String text) {
      Duration window = Duration.parse(text);

      assertThatIllegalArgumentException()
          .isThrownBy(() -> builder.stableFor(window))
          .withMessage("stableFor is " + window + ", but must be from PT0S to PT2160H");
    }
  }

  @Nested
  class ThePoll {

    @ParameterizedTest
    @ValueSource(strings = {"PT0.001S", "PT10M", "P90D"})
    void isKept(String text) {
      assertThat(builder.pollEvery(Duration.parse(text)).poll).isEqualTo(Duration.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT0.000999999S", "PT-1S", "PT2562047788015215H"})
    void isRefusedOutsideItsRange(String text) {
      Duration interval = Duration.parse(text);

      assertThatIllegalArgumentException()
          .isThrownBy(() -> builder.pollEvery(interval))
          .withMessage("pollEvery is " + interval + ", but must be from PT0.001S to PT2160H");
    }
  }
}
