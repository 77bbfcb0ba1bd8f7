package dev.promotion.promoter;

import static dev.promotion.problem.ProblemCode.DEGRADED;
import static dev.promotion.problem.ProblemCode.EDITED_OUTSIDE;
import static dev.promotion.problem.ProblemCode.REPOSITORY_UNREACHABLE;
import static dev.promotion.problem.ProblemCode.SYNC_FAILED;
import static dev.promotion.problem.ProblemCode.WAITING_FOR_HEALTH;
import static dev.promotion.problem.ProblemCode.WAITING_FOR_SYNC;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.fixture.RandomEvents;
import dev.promotion.fixture.ReleaseStory;
import dev.promotion.flow.FlowStep;
import dev.promotion.flow.PromotionFlow;
import dev.promotion.problem.Problem;
import dev.promotion.product.ApplicationName;
import dev.promotion.release.Release;
import dev.promotion.release.ReleaseEvent.CommitLanded;
import dev.promotion.release.ReleaseEvent.DoubtSettled;
import dev.promotion.release.ReleaseEvent.ReleaseEnded;
import dev.promotion.release.ReleaseEvent.ReleaseStarted;
import dev.promotion.release.ReleaseStatus;
import dev.promotion.repository.CommitId;
import dev.promotion.template.AllFiles;
import dev.promotion.template.LabelSelector;
import dev.promotion.template.PromotedFile;
import dev.promotion.template.PromotionTemplate;
import dev.promotion.template.TemplateContent;
import dev.promotion.template.TemplateName;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A release in every state that there is, as this version records it. */
final class GoldenStories {

  private static final ApplicationName SECOND = ReleaseStory.second("qa");

  private static final Problem REASON = new Problem(DEGRADED, "", "is degraded");

  private final Map<String, Release> releases = new LinkedHashMap<>();

  private GoldenStories() {}

  /** Returns the releases by the names of their stories. */
  static Map<String, Release> all() {
    GoldenStories stories = new GoldenStories();
    stories.ofTheTrigger();
    stories.ofOneCommit();
    stories.ofHealth();
    stories.ofSeveralApplications();
    stories.ofADiamond();
    stories.ofTermination();
    stories.ofDoubtsAfterTheEnd();
    stories.ofEnds();
    stories.ofOddPlans();
    stories.ofValues();
    stories.ofDeletions();
    return stories.releases;
  }

  private void ofTheTrigger() {
    add("just-started", ReleaseStory.ofChain());
    add("trigger-begun", ReleaseStory.ofChain().start("dev"));
    add(
        "trigger-waits-for-sync",
        ReleaseStory.ofChain().start("dev").waitFor("dev", WAITING_FOR_SYNC, "runs commit 7"));
    add("trigger-stabilizes", ReleaseStory.ofChain().start("dev").healthy("dev"));
    add("trigger-passed", ReleaseStory.ofChain().passTrigger());
    add("trigger-failed", ReleaseStory.ofChain().start("dev").fail("dev", DEGRADED, "is degraded"));
  }

  private void ofOneCommit() {
    add("target-begun", inQa());
    add(
        "target-waits-for-its-repository",
        inQa().waitFor("qa", REPOSITORY_UNREACHABLE, "does not answer"));
    add("commit-in-doubt", inQa().intend("qa"));
    add(
        "commit-in-doubt-waits",
        inQa().intend("qa").waitFor("qa", REPOSITORY_UNREACHABLE, "does not answer"));
    add("third-attempt-in-doubt", inQa().intend("qa").intend("qa").intend("qa"));
    add(
        "first-of-two-attempts-landed",
        inQa()
            .intend("qa")
            .intend("qa")
            .then(
                new CommitLanded(
                    new EnvironmentName("qa"),
                    ReleaseStory.name("qa"),
                    ReleaseStory.intent(1).commit())));
    add("nothing-to-change", inQa().changeNothing("qa"));
    add("nothing-to-change-after-an-attempt", inQa().intend("qa").changeNothing("qa"));
    add("nothing-to-change-passed", inQa().changeNothing("qa").healthy("qa").succeed("qa"));
  }

  private void ofHealth() {
    add("commit-landed", landed());
    add("target-waits-for-sync", landed().waitFor("qa", WAITING_FOR_SYNC, "runs commit 7"));
    add("target-stabilizes", landed().healthy("qa"));
    add(
        "target-was-healthy-and-waits-again",
        landed().healthy("qa").waitFor("qa", WAITING_FOR_HEALTH, "is progressing"));
    add(
        "target-stabilizes-again",
        landed().healthy("qa").waitFor("qa", WAITING_FOR_HEALTH, "is progressing").healthy("qa"));
  }

  private void ofSeveralApplications() {
    add("one-of-two-in-doubt", two().intend("qa").land("qa").intend("qa", SECOND));
    add("one-of-two-succeeded", two().intend("qa").land("qa").healthy("qa").succeed("qa"));
    add(
        "one-of-two-failed-one-in-doubt",
        two().intend("qa", SECOND).fail("qa", EDITED_OUTSIDE, "was changed by Bob"));
    add(
        "one-of-two-failed-one-landed",
        two()
            .intend("qa", SECOND)
            .fail("qa", EDITED_OUTSIDE, "was changed by Bob")
            .land("qa", SECOND));
    add(
        "both-failed",
        two()
            .intend("qa", SECOND)
            .fail("qa", EDITED_OUTSIDE, "was changed by Bob")
            .fail("qa", SECOND, SYNC_FAILED, "the sync failed")
            .then(new ReleaseEnded(ReleaseStatus.FAILED, REASON, 1)));
  }

  private void ofADiamond() {
    add("two-sides-under-way", sides().intend("qa-eu").intend("qa-us").land("qa-us"));
    add("one-side-passed", ReleaseStory.ofDiamond().passTrigger().pass("qa-us"));
    add(
        "one-side-failed-the-other-goes-on",
        sides().intend("qa-us").land("qa-us").fail("qa-eu", DEGRADED, "is degraded"));
    add("sides-joined", ReleaseStory.ofDiamond().passTrigger().pass("qa-eu").pass("qa-us"));
    add(
        "after-the-sides-in-doubt",
        ReleaseStory.ofDiamond()
            .passTrigger()
            .pass("qa-eu")
            .pass("qa-us")
            .start("production")
            .intend("production"));
    add(
        "diamond-succeeded",
        ReleaseStory.ofDiamond()
            .passTrigger()
            .pass("qa-eu")
            .pass("qa-us")
            .pass("production")
            .end(ReleaseStatus.SUCCEEDED));
  }

  private void ofTermination() {
    add("terminating-before-anything", ReleaseStory.ofChain().terminate());
    add("terminating-with-a-commit-in-doubt", inQa().intend("qa").intend("qa").terminate());
    add("terminating-doubt-landed", inQa().intend("qa").terminate().land("qa"));
    add("terminating-doubt-abandoned", inQa().intend("qa").terminate().abandon("qa"));
    add("terminating-while-stabilizing", landed().healthy("qa").terminate());
    add("deadline-passed-in-doubt", inQa().intend("qa").passDeadline());
    add("deadline-passed-between", ReleaseStory.ofChain().passTrigger().passDeadline());
  }

  /** A commit that was given up may be there all the same; the release asks until it is certain. */
  private void ofDoubtsAfterTheEnd() {
    add("ended-in-doubt", givenUp());
    add("landed-late", givenUp().then(settled(Optional.of(ReleaseStory.intent(1).commit()))));
    add("never-landed", givenUp().then(settled(Optional.empty())));
    add(
        "timed-out-in-doubt",
        inQa()
            .intend("qa")
            .intend("qa")
            .passDeadline()
            .abandon("qa")
            .then(new ReleaseEnded(ReleaseStatus.TERMINATED, REASON, 1)));
  }

  private static ReleaseStory givenUp() {
    return inQa()
        .intend("qa")
        .terminate()
        .abandon("qa")
        .then(new ReleaseEnded(ReleaseStatus.TERMINATED, REASON, 1));
  }

  private static DoubtSettled settled(Optional<CommitId> landed) {
    return new DoubtSettled(new EnvironmentName("qa"), ReleaseStory.name("qa"), landed, 0);
  }

  private void ofEnds() {
    ReleaseStory stopped = inQa().intend("qa").terminate().land("qa");
    add("terminated", stopped.end(ReleaseStatus.TERMINATED, reason(stopped)));
    ReleaseStory late = landed().passDeadline();
    add("timed-out", late.end(ReleaseStatus.TERMINATED, reason(late)));
    add(
        "failed",
        ReleaseStory.ofChain()
            .passTrigger()
            .pass("qa")
            .start("production")
            .fail("production", SYNC_FAILED, "the sync failed")
            .end(ReleaseStatus.FAILED, new Problem(SYNC_FAILED, "", "the sync failed")));
    add(
        "chain-succeeded",
        ReleaseStory.ofChain()
            .passTrigger()
            .pass("qa")
            .pass("production")
            .end(ReleaseStatus.SUCCEEDED));
  }

  /** Plans with odd values, and one release as the promoter itself made it. */
  private void ofOddPlans() {
    RandomEvents random = new RandomEvents(new Random(20261123));
    for (int each = 1; each <= 5; each++) {
      ReleaseStarted odd = random.start();
      add("odd-plan-" + each, ReleaseStory.of(odd.plan()).start("e"));
    }
    PromoterFixture fixture = new PromoterFixture();
    SequentialPromoter promoter = fixture.builder().ids(() -> PromoterFixture.ID).build();
    promoter.trigger(PromoterFixture.trigger().version("2.4.1"));
    add("made-by-the-promoter", promoter.advance(PromoterFixture.ID).release());
  }

  /** Values inside files: for every target, and for one target alone. */
  private void ofValues() {
    add("values-for-all", promoting(LabelSelector.everything()));
    add(
        "values-for-one-target",
        promoting(LabelSelector.of(Map.of("codefresh.io/environment", "qa"), List.of())));
  }

  /** A file that is gone from the source, and is deleted in every target. */
  private void ofDeletions() {
    PromoterFixture fixture = new PromoterFixture();
    for (String environment : List.of("dev", "qa", "production")) {
      fixture.repository.commit("old", Map.of("envs/" + environment + "/old.yaml", "old"));
    }
    fixture.repository.commit("do without it", Map.of("envs/dev/old.yaml", ""));
    AllFiles all = new AllFiles(true, true);
    TemplateContent content = new TemplateContent(Optional.empty(), List.of(), Optional.of(all));
    add("deletions", promoting(fixture, LabelSelector.everything(), content));
  }

  private static Release promoting(LabelSelector selector) {
    return promoting(
        new PromoterFixture(),
        selector,
        TemplateContent.of(PromotedFile.of("values.yaml", "$.tag")));
  }

  private static Release promoting(
      PromoterFixture fixture, LabelSelector selector, TemplateContent content) {
    fixture.catalog.template(new PromotionTemplate(new TemplateName("tags"), selector, 1, content));
    SequentialPromoter promoter = fixture.builder().ids(() -> PromoterFixture.ID).build();
    promoter.trigger(PromoterFixture.trigger());
    return promoter.await(PromoterFixture.ID, Duration.ofHours(1));
  }

  private void add(String name, ReleaseStory story) {
    add(name, story.release());
  }

  private void add(String name, Release release) {
    if (releases.put(name, release) != null) {
      throw new IllegalArgumentException("two stories have one name: " + name);
    }
  }

  private static ReleaseStory inQa() {
    return ReleaseStory.ofChain().passTrigger().start("qa");
  }

  private static ReleaseStory landed() {
    return inQa().intend("qa").land("qa");
  }

  private static ReleaseStory two() {
    PromotionFlow flow =
        PromotionFlow.of(
            "three-env", "dev", FlowStep.of("qa", "dev"), FlowStep.of("production", "qa"));
    return ReleaseStory.of(flow, "qa").passTrigger().start("qa");
  }

  private static ReleaseStory sides() {
    return ReleaseStory.ofDiamond().passTrigger().start("qa-eu").start("qa-us");
  }

  private static Problem reason(ReleaseStory story) {
    return story.release().reason().orElseThrow();
  }
}
