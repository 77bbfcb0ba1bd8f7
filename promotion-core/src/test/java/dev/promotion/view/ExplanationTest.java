package dev.promotion.view;

import static dev.promotion.problem.ProblemCode.BRANCH_BEHIND;
import static dev.promotion.problem.ProblemCode.DEGRADED;
import static dev.promotion.problem.ProblemCode.EDITED_OUTSIDE;
import static dev.promotion.problem.ProblemCode.HEALTH_UNKNOWN;
import static dev.promotion.problem.ProblemCode.REPOSITORY_AUTH;
import static dev.promotion.problem.ProblemCode.REPOSITORY_UNREACHABLE;
import static dev.promotion.problem.ProblemCode.WAITING_FOR_HEALTH;
import static dev.promotion.problem.ProblemCode.WAITING_FOR_SYNC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.fixture.ReleaseStory;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.release.Release;
import dev.promotion.release.ReleaseEvent.DoubtSettled;
import dev.promotion.release.ReleaseEvent.ReleaseEnded;
import dev.promotion.release.ReleaseStatus;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExplanationTest {

  private static final String VISIT =
      "the next visit goes on; if nothing happens, no process drives the release: call drive() or"
          + " advance()";
  private static final String DEADLINE = ", until 2026-11-24T12:00:00Z at the latest; ";

  private final ReleaseStory story = ReleaseStory.ofChain();

  private static Explanation explained(ReleaseStory story) {
    Release release = story.release();
    return Explanation.of(release, release.changedAt().plus(Duration.ofMinutes(4)));
  }

  private static String only(ReleaseStory story, String environment) {
    return explained(story)
        .text()
        .lines()
        .filter(line -> line.startsWith("  " + environment))
        .reduce((one, other) -> one + "\n" + other)
        .orElse("");
  }

  @Test
  void tellsOfEveryEnvironmentWhatItWaitsFor() {
    assertThat(explained(story).text())
        .isEqualTo(
            """
            shop 2.4.1 (three-env) is running; it waits
              dev: is about to begin, for 4m%1$s%2$s
              qa: waits for dev, for 4m%1$sbegins by itself once dev succeeded
              production: waits for qa, for 4m%1$sbegins by itself once qa succeeded\
            """
                .formatted(DEADLINE, VISIT));
  }

  @Test
  void tellsWhatTheNextVisitDoes() {
    story.passTrigger();
    assertThat(only(story, "qa")).isEqualTo("  qa: is about to begin, for 4m" + DEADLINE + VISIT);

    story.start("qa");
    assertThat(only(story, "qa"))
        .isEqualTo("  qa, shop-qa: is about to be committed, for 4m" + DEADLINE + VISIT);

    story.intend("qa");
    assertThat(only(story, "qa"))
        .isEqualTo(
            "  qa, shop-qa: it is not known yet whether commit 000000065 landed, for 4m"
                + DEADLINE
                + VISIT);

    story.land("qa");
    assertThat(only(story, "qa"))
        .isEqualTo("  qa, shop-qa: waits for a sync to 000000065, for 4m" + DEADLINE + VISIT);
  }

  @Test
  void tellsWhenAnApplicationThatIsWatchedPasses() {
    story.passTrigger().start("qa").intend("qa").land("qa").healthy("qa");

    assertThat(only(story, "qa"))
        .isEqualTo(
            "  qa, shop-qa: healthy at 000000065, watched whether it stays so, for 4m"
                + DEADLINE
                + "passes once it is seen healthy at or after "
                + story
                    .progress("qa")
                    .since()
                    .orElseThrow()
                    .plus(story.release().plan().stableFor()));
  }

  @Test
  void tellsWhatMovesOnWhatIsWaitedFor() {
    story.passTrigger().start("qa").intend("qa").land("qa");

    tells(
        WAITING_FOR_SYNC,
        "goes on by itself after the sync; if shop-qa does not sync by itself, sync it");
    tells(
        WAITING_FOR_HEALTH,
        "goes on by itself once shop-qa is healthy; if it takes long, look at it in the cluster");
    tells(
        HEALTH_UNKNOWN,
        "goes on by itself once the cluster tells; if it takes long, check how shop-qa is"
            + " observed");
    tells(REPOSITORY_AUTH, "goes on by itself once the credentials are accepted; renew them");
    tells(
        BRANCH_BEHIND,
        "goes on by itself once the branch has that commit; if it does not, the release fails"
            + " within minutes");
    tells(REPOSITORY_UNREACHABLE, "is tried again by itself");
  }

  private void tells(ProblemCode code, String movesOn) {
    story.waitFor("qa", code, "says so");

    assertThat(only(story, "qa")).isEqualTo("  qa, shop-qa: says so, for 4m" + DEADLINE + movesOn);
  }

  @Test
  void tellsWhyAReleaseThatIsTerminatedStillWaits() {
    story.passTrigger().start("qa").intend("qa").terminate();
    String reason = story.release().reason().orElseThrow().message();

    assertThat(explained(story).text())
        .isEqualTo(
            "shop 2.4.1 (three-env) is terminating: "
                + reason
                + "; it waits\n"
                + "  qa, shop-qa: it is not known yet whether commit 000000065 landed, for 4m 1s; "
                + VISIT);
  }

  @Test
  void tellsThatOnlyTheEndIsMissing() {
    story.passTrigger().start("qa").terminate();

    assertThat(explained(story).waits())
        .singleElement()
        .satisfies(wait -> assertThat(wait.what()).isEqualTo("is about to end the release"));
  }

  @Test
  void tellsWhatIsWatchedAfterTheEnd() {
    story.passTrigger().start("qa").intend("qa").fail("qa", EDITED_OUTSIDE, "was changed by Bob");
    story.then(new ReleaseEnded(ReleaseStatus.FAILED, new Problem(DEGRADED, "", "is degraded"), 1));

    assertThat(explained(story).text())
        .isEqualTo(
            """
            shop 2.4.1 (three-env) failed: is degraded; it is still watched
              qa, shop-qa: commit 000000065 was given up and may still land, for 4m 1s; it is settled \
            once the repository answers, and the branch has the commit or has moved on\
            """);
  }

  @Test
  void hasNothingToTellOfAReleaseThatIsClosed() {
    story.passTrigger().start("qa").intend("qa").fail("qa", EDITED_OUTSIDE, "was changed by Bob");
    story
        .then(new ReleaseEnded(ReleaseStatus.FAILED, new Problem(DEGRADED, "", "is degraded"), 1))
        .then(
            new DoubtSettled(
                story.environment("qa").name(), ReleaseStory.name("qa"), Optional.empty(), 0));

    Explanation explanation = explained(story);

    assertThat(explanation.waits()).isEmpty();
    assertThat(explanation.text()).isEqualTo("shop 2.4.1 (three-env) failed: is degraded");
  }

  @Test
  void aClockThatIsBehindShowsNoNegativeTime() {
    Release release = story.release();

    assertThat(Explanation.of(release, release.startedAt().minusSeconds(9)).text())
        .contains("waits for dev, for 0s, until");
  }
}
