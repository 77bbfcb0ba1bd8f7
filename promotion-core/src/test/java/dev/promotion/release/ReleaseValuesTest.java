package dev.promotion.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.promotion.fixture.ReleaseStory;
import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.ProblemCode;
import dev.promotion.release.ReleaseEvent.TerminationRequested;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseValuesTest {

  @Nested
  class AnId {

    @Test
    void isKeptAsItIsAndOrderedByItsDigits() {
      ReleaseId id = new ReleaseId("0123456789abcdef01234567");

      assertThat(id).hasToString("0123456789abcdef01234567");
      assertThat(id).isLessThan(new ReleaseId("1123456789abcdef01234567"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "r-1/../r-2",
          "0123456789abcdef0123456",
          "0123456789abcdef012345678",
          "0123456789ABCDEF01234567",
          "0123456789abcdef01234567\n",
          "../../../../../../../etc"
        })
    void isRefusedWhereItIsNotOneOfOurs(String text) {
      assertThatExceptionOfType(InvalidDefinitionException.class)
          .isThrownBy(() -> new ReleaseId(text))
          .withMessageStartingWith("release id: '")
          .withMessageEndingWith(
              " is not the id of a release; give its 24 hexadecimal digits [ID_CHARSET]");
    }

    @Test
    void isNeverNull() {
      assertThatNullPointerException()
          .isThrownBy(() -> new ReleaseId(null))
          .withMessage("release id");
    }
  }

  @Nested
  class Texts {

    @Test
    void fromPeopleAreOneVisibleLine() {
      assertThat(new Actor(" Alice B. ")).hasToString("Alice B.");
      assertThat(new Version("2.4.1+build 7")).hasToString("2.4.1+build 7");
      assertThat(TerminationRequested.of(new Actor("carol"), " too risky ").why())
          .isEqualTo("too risky");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nPromotion-Release: forged", "a\0", "a\u202eb"})
    void areRefusedWhereTheyAreNot(String text) {
      assertThatExceptionOfType(InvalidDefinitionException.class).isThrownBy(() -> new Actor(text));
      assertThatExceptionOfType(InvalidDefinitionException.class)
          .isThrownBy(() -> new Version(text));
      assertThatExceptionOfType(InvalidDefinitionException.class)
          .isThrownBy(() -> TerminationRequested.of(new Actor("carol"), text));
    }

    @Test
    void haveALimitOfTheirOwn() {
      assertThat(new Actor("x".repeat(200)).name()).hasSize(200);
      tooLong(() -> new Actor("x".repeat(201)));
      tooLong(() -> new Version("x".repeat(101)));
      tooLong(() -> TerminationRequested.of(new Actor("carol"), "x".repeat(501)));
    }

    private static void tooLong(Runnable attempt) {
      assertThatExceptionOfType(InvalidDefinitionException.class)
          .isThrownBy(attempt::run)
          .matches(refused -> refused.code() == ProblemCode.LIMIT);
    }
  }

  @Nested
  class Ends {

    @ParameterizedTest
    @EnumSource(
        names = {"SUCCEEDED", "FAILED", "TERMINATED", "SKIPPED"},
        mode = EnumSource.Mode.EXCLUDE)
    void areNotReachedWhileAnEnvironmentCanGoOn(EnvironmentStatus status) {
      assertThat(status.isEnd()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
        names = {"SUCCEEDED", "FAILED", "STOPPED"},
        mode = EnumSource.Mode.EXCLUDE)
    void areNotReachedWhileAnApplicationIsFollowed(ApplicationPhase phase) {
      assertThat(phase.isEnd()).isFalse();
    }
  }

  @Test
  void anIntentCountsItsAttemptsFromOne() {
    CommitIntent first = ReleaseStory.intent(1);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CommitIntent(0, first.draft(), first.commit()))
        .withMessage("attempts count from 1: 0");
  }
}
