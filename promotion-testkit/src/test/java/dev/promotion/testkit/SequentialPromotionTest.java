package dev.promotion.testkit;

import static dev.promotion.testkit.ReleaseAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.port.StaleReleaseException;
import dev.promotion.problem.ProblemCode;
import dev.promotion.product.ProductName;
import dev.promotion.promoter.ReleaseNotFoundException;
import dev.promotion.promoter.Trigger;
import dev.promotion.promoter.TriggerRefusedException;
import dev.promotion.release.Anchor;
import dev.promotion.release.EnvironmentProgress;
import dev.promotion.release.EnvironmentStatus;
import dev.promotion.release.RecordedEvent;
import dev.promotion.release.Release;
import dev.promotion.release.ReleaseEvent;
import dev.promotion.release.ReleaseId;
import dev.promotion.release.ReleaseStatus;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.CommitInfo;
import dev.promotion.repository.FileEntry;
import dev.promotion.repository.FileMode;
import dev.promotion.repository.Person;
import dev.promotion.repository.RepositoryPath;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How a product moves through its environments. */
class SequentialPromotionTest {

  private final PromotionScenario scenario =
      PromotionScenario.of(Flows.threeEnvironments()).product("cf-101");

  private static EnvironmentProgress in(Release release, String environment) {
    return release.environment(new EnvironmentName(environment));
  }

  @Nested
  class AChain {

    @Test
    void movesTheFilesOfTheTriggerEnvironmentToEveryTarget() {
      Release release = scenario.trigger();

      assertThat(release).succeeded().succeededIn("dev", "qa", "production");
      assertThat(scenario.text("qa", "values.yaml")).isEqualTo(scenario.text("dev", "values.yaml"));
      assertThat(scenario.text("production", "values.yaml")).contains("tag: \"2\"");
    }

    @Test
    void makesOneCommitInEachTargetAndNoneInTheTriggerEnvironment() {
      int before = scenario.repository().log("main").size();

      Release release = scenario.trigger();

      assertThat(release).committedIn("dev", 0).committedIn("qa", 1).committedIn("production", 1);
      assertThat(scenario.repository().log("main")).hasSize(before + 2);
    }

    @Test
    void startsAnEnvironmentOnlyAfterTheOneBeforeHasSucceeded() {
      Release release = scenario.trigger();

      assertThat(in(release, "qa").startedAt().orElseThrow())
          .isAfterOrEqualTo(in(release, "dev").endedAt().orElseThrow());
      assertThat(in(release, "production").startedAt().orElseThrow())
          .isAfterOrEqualTo(in(release, "qa").endedAt().orElseThrow());
    }

    @Test
    void saysInTheCommitWhatWasPromotedWhere() {
      Release release = scenario.trigger();

      CommitInfo last = scenario.repository().log("main").get(0);
      String trigger = release.plan().source().commit().id().abbreviated();
      assertThat(last.subject()).isEqualTo("promote cf-101 " + trigger + " to production");
    }

    @Test
    void carriesWhatWasThereWhenItWasTriggeredWhateverIsCommittedLater() {
      scenario.cluster().pauseSync("qa");
      Release release = scenario.start();
      scenario.promoter().await(release.id(), Duration.ofMinutes(10));
      scenario.change("3");
      scenario.cluster().heal("qa");

      release = scenario.await(release);

      assertThat(release).succeeded();
      assertThat(scenario.text("production", "values.yaml")).contains("tag: \"2\"");
    }

    @Test
    void staysHealthyForTheStableWindowBeforeItGoesOn() {
      PromotionScenario patient =
          PromotionScenario.of(Flows.threeEnvironments())
              .stableFor(Duration.ofMinutes(10))
              .product("cf-101");

      Release release = patient.trigger();

      EnvironmentProgress qa = in(release, "qa");
      assertThat(Duration.between(qa.startedAt().orElseThrow(), qa.endedAt().orElseThrow()))
          .isGreaterThanOrEqualTo(Duration.ofMinutes(10));
    }
  }

  @Nested
  class NothingToChange {

    @Test
    void isASuccessWithoutACommit() {
      scenario.trigger();
      int before = scenario.repository().log("main").size();

      Release again = scenario.trigger();

      assertThat(again).succeeded().committedIn("qa", 0).committedIn("production", 0);
      assertThat(scenario.repository().log("main")).hasSize(before);
    }

    @Test
    void stillWaitsForHealth() {
      scenario.trigger();
      scenario.cluster().degrade("qa");

      Release again = scenario.trigger();

      assertThat(again).failedIn("qa", ProblemCode.DEGRADED).neverReached("production");
    }
  }

  @Nested
  class Files {

    @Test
    void thatOnlyTheTargetHasStay() {
      scenario
          .repository()
          .commit("main", "Own", Map.of("environments/qa/values-qa.yaml", "replicas: 9\n"));

      Release release = scenario.trigger();

      assertThat(release).succeeded();
      assertThat(scenario.text("qa", "values-qa.yaml")).isEqualTo("replicas: 9\n");
    }

    @Test
    void inSubfoldersArePromotedToo() {
      scenario
          .repository()
          .commit("main", "More", Map.of("environments/dev/templates/a/b.yaml", "kind: Service\n"));

      Release release = scenario.trigger();

      assertThat(release).succeeded();
      assertThat(scenario.text("production", "templates/a/b.yaml")).isEqualTo("kind: Service\n");
    }
  }

  @Nested
  class FileModes {

    private Outsider outsider() {
      return scenario.repository().outsider();
    }

    private FileMode mode(String path) {
      CommitId head = scenario.repository().head("main");
      return scenario.repository().files(head, RepositoryPath.ROOT).stream()
          .filter(entry -> entry.path().equals(path))
          .map(FileEntry::mode)
          .findFirst()
          .orElseThrow();
    }

    @Test
    void theExecutableBitIsPromoted() {
      outsider().on("main").executable("environments/dev/run.sh", "#!/bin/sh\n").commit();

      assertThat(scenario.trigger()).succeeded();
      assertThat(mode("environments/production/run.sh")).isEqualTo(FileMode.EXECUTABLE);
    }

    @Test
    void theExecutableBitIsTakenAwayWhereTheSourceHasNone() {
      outsider().on("main").executable("environments/qa/values.yaml", "tag: 1\n").commit();

      assertThat(scenario.trigger()).succeeded();
      assertThat(mode("environments/qa/values.yaml")).isEqualTo(FileMode.REGULAR);
    }

    @Test
    void aLinkInTheSourceRefusesTheTrigger() {
      outsider().on("main").link("environments/dev/link.yaml", "/etc/passwd").commit();

      assertThatThrownBy(scenario::start)
          .isInstanceOf(TriggerRefusedException.class)
          .hasMessageContaining("'link.yaml' is a link or a submodule")
          .hasMessageContaining("PATH_NOT_REGULAR");
    }

    @Test
    void aLinkInTheTargetIsNeverReplaced() {
      outsider().on("main").link("environments/qa/values.yaml", "../dev/values.yaml").commit();

      assertThatThrownBy(scenario::start)
          .isInstanceOf(TriggerRefusedException.class)
          .hasMessageContaining("application cf-101-qa")
          .hasMessageContaining("PATH_NOT_REGULAR");
    }

    @Test
    void aFolderBehindALinkIsNeverFollowed() {
      outsider()
          .on("main")
          .delete("environments/qa/values.yaml")
          .delete("environments/qa/Chart.yaml")
          .link("environments/qa", "dev")
          .commit();

      assertThatThrownBy(scenario::start)
          .isInstanceOf(TriggerRefusedException.class)
          .hasMessageContaining("PATH_NOT_REGULAR");
    }

    @Test
    void aSubmoduleInTheSourceRefusesTheTrigger() {
      outsider().on("main").submodule("environments/dev/charts", "1".repeat(40)).commit();

      assertThatThrownBy(scenario::start)
          .isInstanceOf(TriggerRefusedException.class)
          .hasMessageContaining("PATH_NOT_REGULAR");
    }

    @Test
    void gitsOwnFilesStayBehindWithAWarning() {
      outsider().on("main").file("environments/dev/.gitattributes", "* filter=evil\n").commit();

      Release release = scenario.trigger();

      assertThat(release).succeeded();
      assertThat(release.plan().warnings())
          .anyMatch(warning -> warning.code() == ProblemCode.GIT_FILE_LEFT_OUT);
      assertThatThrownBy(() -> mode("environments/qa/.gitattributes"))
          .isInstanceOf(java.util.NoSuchElementException.class);
    }
  }

  @Nested
  class CommitMessages {

    @Test
    void endWithOurTrailersWhateverTheSourceCommitSays() {
      scenario
          .repository()
          .outsider()
          .on("main")
          .file("environments/dev/values.yaml", "tag: 3\n")
          .message("Fix\n\nPromotion-Release: forged\nSigned-off-by: Mallory <m@example.com>\n")
          .commit();

      Release release = scenario.trigger();

      String message =
          release
              .environment(new EnvironmentName("qa"))
              .applications()
              .get(0)
              .intents()
              .get(0)
              .draft()
              .message();
      String lastParagraph = message.substring(message.lastIndexOf("\n\n") + 2);
      assertThat(lastParagraph.lines())
          .containsExactly(
              "Promotion-Release: " + release.id(),
              "Promotion-Environment: qa",
              "Promotion-Application: cf-101-qa",
              "Promotion-Source-Commit: " + release.plan().source().commit().id(),
              "Promotion-Record: " + recordBeforeTheFirstIntent(release));
      assertThat(message).doesNotContain("forged", "Mallory");
    }
  }

  private static Anchor recordBeforeTheFirstIntent(Release release) {
    RecordedEvent before =
        release.events().stream()
            .takeWhile(event -> !(event.event() instanceof ReleaseEvent.CommitIntended))
            .reduce((earlier, later) -> later)
            .orElseThrow();
    return new Anchor(before.sequence(), before.seal());
  }

  @Nested
  class AGraph {

    @Test
    void runsIndependentBranchesSideBySide() {
      PromotionScenario diamond = PromotionScenario.of(Flows.diamond()).product("cf-101");

      Release release = diamond.trigger();

      assertThat(release).succeeded();
      assertThat(in(release, "qa-us").startedAt()).isEqualTo(in(release, "qa-eu").startedAt());
    }

    @Test
    void waitsForEveryDependency() {
      PromotionScenario diamond = PromotionScenario.of(Flows.diamond()).product("cf-101");
      diamond.cluster().pauseSync("qa-us");
      Release release = diamond.start();

      release = diamond.promoter().await(release.id(), Duration.ofHours(1));

      assertThat(release).succeededIn("qa-eu").neverReached("production");
      diamond.cluster().heal("qa-us");
      assertThat(diamond.await(release)).succeeded();
    }

    @Test
    void stopsBehindAFailedBranchWhileTheOtherFinishes() {
      PromotionScenario diamond = PromotionScenario.of(Flows.diamond()).product("cf-101");
      diamond.cluster().degrade("qa-eu");

      Release release = diamond.trigger();

      assertThat(release)
          .hasStatus(ReleaseStatus.FAILED)
          .failedIn("qa-eu", ProblemCode.DEGRADED)
          .succeededIn("qa-us")
          .neverReached("production");
      assertThat(in(release, "production").status()).isEqualTo(EnvironmentStatus.SKIPPED);
    }
  }

  @Nested
  class Failures {

    @Test
    void aDegradedApplicationFailsItsEnvironment() {
      scenario.cluster().degrade("qa");

      Release release = scenario.trigger();

      assertThat(release).failedIn("qa", ProblemCode.DEGRADED).neverReached("production");
    }

    @Test
    void aFailedSyncFailsItsEnvironment() {
      scenario.cluster().failSync("qa");

      Release release = scenario.trigger();

      assertThat(release).failedIn("qa", ProblemCode.SYNC_FAILED).neverReached("production");
    }

    @Test
    void theReleaseSaysWhereAndWhy() {
      scenario.cluster().degrade("qa");

      Release release = scenario.trigger();

      assertThat(release.reason().orElseThrow().toString())
          .contains("environment qa, application cf-101-qa: is degraded at ")
          .endsWith("[DEGRADED]");
    }

    @Test
    void unknownHealthWaitsUntilItIsKnown() {
      scenario.cluster().unknown("qa");
      Release release = scenario.start();

      release = scenario.promoter().await(release.id(), Duration.ofHours(3));

      assertThat(release).hasStatus(ReleaseStatus.RUNNING).neverReached("production");
      scenario.cluster().heal("qa");
      assertThat(scenario.await(release)).succeeded();
    }

    @Test
    void anUnreachableClusterIsWaitedFor() {
      scenario.cluster().unreachable("qa");
      Release release = scenario.start();

      release = scenario.promoter().await(release.id(), Duration.ofHours(3));

      assertThat(release).hasStatus(ReleaseStatus.RUNNING);
      scenario.cluster().heal("qa");
      assertThat(scenario.await(release)).succeeded();
    }

    @Test
    void whatNeverBecomesKnownEndsWhenTheTimeOfTheFlowIsOver() {
      scenario.cluster().unknown("qa");

      Release release = scenario.trigger();

      assertThat(release).hasStatus(ReleaseStatus.TERMINATED).neverReached("production");
      assertThat(release.reason().orElseThrow().code()).isEqualTo(ProblemCode.TIMED_OUT);
      assertThat(Duration.between(release.startedAt(), release.endedAt().orElseThrow()))
          .isEqualTo(Duration.ofHours(24));
    }

    @Test
    void anApplicationThatIsGoneFails() {
      scenario.cluster().remove("cf-101-qa");

      Release release = scenario.trigger();

      assertThat(release).failedIn("qa", ProblemCode.UNKNOWN_APPLICATION);
    }

    @Test
    void oneFailingApplicationOfSeveralFailsTheEnvironmentAndTheOthersAreTold() {
      PromotionScenario three =
          PromotionScenario.of(Flows.threeEnvironments()).applications("qa", 3).product("cf-101");
      three.cluster().degrade("cf-101-qa-2");

      Release release = three.trigger();

      assertThat(release).failedIn("qa").committedIn("qa", 3).neverReached("production");
    }
  }

  @Nested
  class OutsideChanges {

    private final Person mallory = new Person("Mallory", "mallory@example.com");

    @Test
    void elsewhereInTheRepositoryDoNotMatter() {
      Release release = scenario.start();
      scenario.repository().commit("main", mallory, "Other", Map.of("elsewhere.txt", "x"));

      assertThat(scenario.await(release)).succeeded();
    }

    @Test
    void ofAPromotedFileStopTheEnvironmentAndNameWhoAndWhere() {
      Release release = scenario.start();
      CommitId edit =
          scenario
              .repository()
              .commit("main", mallory, "Hotfix", Map.of("environments/qa/values.yaml", "tag: 9\n"));

      release = scenario.await(release);

      assertThat(release).failedIn("qa", ProblemCode.EDITED_OUTSIDE).committedIn("qa", 0);
      assertThat(release.reason().orElseThrow().message())
          .contains("environments/qa/values.yaml", "Mallory <mallory@example.com>", edit.value());
      assertThat(scenario.text("qa", "values.yaml")).isEqualTo("tag: 9\n");
    }

    @Test
    void toTheSameContentAreNoConflict() {
      Release release = scenario.start();
      scenario
          .repository()
          .commit(
              "main",
              mallory,
              "Same",
              Map.of("environments/qa/values.yaml", scenario.text("dev", "values.yaml")));

      release = scenario.await(release);

      assertThat(release).succeeded().committedIn("qa", 0);
    }

    @Test
    void thatRewindTheBranchStopTheEnvironmentAndNothingComesBack() {
      CommitId old = scenario.repository().log("main").get(1).id();
      Release release = scenario.start();
      scenario.repository().setBranch("main", old);

      release = scenario.promoter().await(release.id(), Duration.ofHours(25));

      assertThat(release).hasStatus(ReleaseStatus.TERMINATED).neverReached("qa");
      assertThat(scenario.repository().head("main")).isEqualTo(old);
    }

    @Test
    void thatDeleteTheBranchStopTheEnvironmentAndItIsNotMadeAgain() {
      scenario.cluster().pauseSync("qa");
      Release release = scenario.start();
      scenario.promoter().await(release.id(), Duration.ofMinutes(10));
      scenario.cluster().heal("qa");
      scenario.repository().deleteBranch("main");

      release = scenario.await(release);

      assertThat(release).neverReached("production");
      assertThat(release.status().isEnd()).isTrue();
    }

    @Test
    void thatRevertOurCommitAreNoSuccess() {
      scenario.cluster().pauseSync("qa");
      Release release = scenario.start();
      scenario.promoter().await(release.id(), Duration.ofMinutes(10));
      scenario
          .repository()
          .commit(
              "main",
              mallory,
              "Revert",
              Map.of("environments/qa/values.yaml", scenario.text("production", "values.yaml")));
      scenario.cluster().heal("qa");

      release = scenario.await(release);

      assertThat(release).failedIn("qa", ProblemCode.SUPERSEDED).neverReached("production");
      assertThat(release.reason().orElseThrow().message()).contains("Mallory");
    }
  }

  @Nested
  class Termination {

    @Test
    void stopsTheRestAndTellsWhoAndWhy() {
      scenario.cluster().pauseSync("qa");
      Release release = scenario.start();
      scenario.promoter().await(release.id(), Duration.ofMinutes(10));

      release = scenario.promoter().terminate(release.id(), "bob", "wrong version");

      assertThat(release).hasStatus(ReleaseStatus.TERMINATED).committedIn("qa", 1);
      assertThat(in(release, "qa").status()).isEqualTo(EnvironmentStatus.TERMINATED);
      assertThat(in(release, "production").status()).isEqualTo(EnvironmentStatus.SKIPPED);
      assertThat(release.reason().orElseThrow().message())
          .isEqualTo("terminated by bob: wrong version");
    }

    @Test
    void ofAReleaseThatHasEndedChangesNothing() {
      Release ended = scenario.trigger();

      Release release = scenario.promoter().terminate(ended.id(), "bob", "too late");

      assertThat(release.events()).isEqualTo(ended.events());
    }
  }

  @Nested
  class Triggering {

    @Test
    void listsEveryProblemAtOnceAndWritesNothing() {
      Trigger wrong = Trigger.flow("three-env-promotoin").product("cf-102").by("alice");

      assertThatThrownBy(() -> scenario.promoter().trigger(wrong))
          .isInstanceOf(TriggerRefusedException.class)
          .hasMessageContaining("did you mean 'three-env-promotion'?")
          .hasMessageContaining("did you mean 'cf-101'?");
      assertThat(scenario.store().open()).isEmpty();
    }

    @Test
    void refusesAFileThatALinkTakesThePlaceOf() {
      scenario
          .repository()
          .commit(
              "main",
              "Clash",
              Map.of("environments/dev/A.yaml", "a", "environments/qa/a.yaml", "b"));

      assertThatThrownBy(scenario::start)
          .isInstanceOf(TriggerRefusedException.class)
          .hasMessageContaining("PATH_CASE_CLASH")
          .hasMessageContaining("application cf-101-qa");
      assertThat(scenario.store().releases(new ProductName("cf-101"))).isEmpty();
    }

    @Test
    void twiceWithOneKeyStartsOneRelease() {
      Trigger trigger = scenario.request();

      Release first = scenario.promoter().trigger(trigger);
      Release second = scenario.promoter().trigger(trigger);

      assertThat(second.id()).isEqualTo(first.id());
      assertThat(scenario.promoter().releases(new ProductName("cf-101"))).hasSize(1);
    }

    @Test
    void ofACommitThatIsNotOnTheBranchIsRefused() {
      Trigger elsewhere = scenario.request().commit("0".repeat(40));

      assertThatThrownBy(() -> scenario.promoter().trigger(elsewhere))
          .isInstanceOf(TriggerRefusedException.class)
          .hasMessageContaining("COMMIT_NOT_ON_BRANCH");
    }
  }

  @Nested
  class Reading {

    @Test
    void findsTheReleasesOfAProductNewestFirst() {
      Release first = scenario.trigger();
      scenario.change("3");
      Release second = scenario.trigger();

      assertThat(scenario.promoter().releases(new ProductName("cf-101")))
          .containsExactly(second.id(), first.id());
    }

    @Test
    void ofAnUnknownReleaseSaysSo() {
      ReleaseId unknown = new ReleaseId("0".repeat(24));

      assertThatThrownBy(() -> scenario.promoter().release(unknown))
          .isInstanceOf(ReleaseNotFoundException.class)
          .hasMessageContaining(unknown.value());
    }
  }

  @Test
  void aStaleWriterIsToldSo() {
    Release release = scenario.start();

    assertThatThrownBy(() -> scenario.store().append(release.id(), 0, release.events()))
        .isInstanceOf(StaleReleaseException.class);
  }
}
