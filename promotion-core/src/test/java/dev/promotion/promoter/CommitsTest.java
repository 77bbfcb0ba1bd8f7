package dev.promotion.promoter;

import static dev.promotion.promoter.PromoterFixture.PLACE;
import static dev.promotion.promoter.PromoterFixture.QA;
import static dev.promotion.promoter.PromoterFixture.SHOP_QA;
import static dev.promotion.promoter.PromoterFixture.qa;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.fixture.FakeRepository;
import dev.promotion.port.Fault;
import dev.promotion.port.PortException;
import dev.promotion.port.WriteResult;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.product.Application;
import dev.promotion.product.ApplicationName;
import dev.promotion.release.CommitIntent;
import dev.promotion.release.Release;
import dev.promotion.release.ReleaseEvent;
import dev.promotion.release.ReleaseEvent.ApplicationFailed;
import dev.promotion.release.ReleaseEvent.ApplicationWaiting;
import dev.promotion.release.ReleaseEvent.CommitAbandoned;
import dev.promotion.release.ReleaseEvent.CommitIntended;
import dev.promotion.release.ReleaseEvent.CommitLanded;
import dev.promotion.release.ReleaseEvent.NothingToChange;
import dev.promotion.release.ReleaseId;
import dev.promotion.repository.CommitDraft;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.FileMode;
import dev.promotion.repository.Person;
import dev.promotion.repository.RepositoryUrl;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CommitsTest {

  private final PromoterFixture fixture = new PromoterFixture();
  private final FakeRepository repository = fixture.repository;
  private final Commits commits = new Commits(fixture.repositories(), fixture.editor);
  private Release release = fixture.inQa();

  @Nested
  class TheFirstTime {

    @Test
    void intendsTheMissingFilesOnTheHeadOfTheBranch() {
      CommitId head = repository.head();

      Commits.Move move = next();

      CommitIntent intent = intended(move);
      CommitDraft draft = intent.draft();
      assertThat(intent.attempt()).isEqualTo(1);
      assertThat(draft.branch()).hasToString("main");
      assertThat(draft.parent()).isEqualTo(head);
      assertThat(draft.edits())
          .singleElement()
          .satisfies(
              edit -> {
                assertThat(edit.path()).hasToString("envs/qa/values.yaml");
                assertThat(edit.mode()).isEqualTo(FileMode.REGULAR);
              });
      assertThat(draft.author()).isEqualTo(new Person("Promotion", "promotion@example.org"));
      assertThat(draft.time()).isEqualTo(fixture.clock.now());
      assertThat(draft.message()).startsWith("promote shop ").contains("> raise the tag");
      assertThat(move.send()).map(each -> each.commit().id()).hasValue(intent.commit());
    }

    @Test
    void writesNothingByItself() {
      CommitId head = repository.head();

      next();

      assertThat(repository.head()).isEqualTo(head);
      assertThat(repository.calls()).doesNotContain("write");
    }

    @Test
    void writesWhatWasPrepared() {
      Commits.Sending prepared = next().send().orElseThrow();

      assertThat(commits.write(release, PLACE, prepared)).isEqualTo(WriteResult.WRITTEN);

      assertThat(repository.head()).isEqualTo(prepared.commit().id());
      assertThat(repository.text("envs/qa/values.yaml")).isEqualTo("tag: 2");
      assertThat(repository.text("envs/production/values.yaml")).isEqualTo("tag: 1");
    }

    @Test
    void changesNothingWhereAllIsThere() {
      repository.commit("same", Map.of("envs/qa/values.yaml", "tag: 2"));

      assertThat(next().event()).hasValue(new NothingToChange(QA, SHOP_QA, repository.head()));
      assertThat(next().send()).isEmpty();
    }

    @Test
    void doesNotMindThatOthersMovedTheBranch() {
      CommitId moved = repository.commit("other", Map.of("envs/production/values.yaml", "tag: 9"));

      assertThat(intended(next()).draft().parent()).isEqualTo(moved);
    }

    @Test
    void giveUpWhereNothingNewMayBegin() {
      assertThat(
              commits.next(release, new Action.Commit(PLACE, false), fixture.clock.now()).event())
          .hasValue(new CommitAbandoned(QA, SHOP_QA));
    }

    @Test
    void knowsOnlyTargets() {
      Place elsewhere = new Place(PLACE.release(), new EnvironmentName("dev"), SHOP_QA);

      assertThatIllegalStateException()
          .isThrownBy(
              () -> commits.next(release, new Action.Commit(elsewhere, true), fixture.clock.now()))
          .withMessageEndingWith("environment dev, application shop-qa is not a target");
    }
  }

  @Nested
  class IntoAnotherRepository {

    @Test
    void takesTheContentsFromTheRepositoryOfTheCargo() {
      RepositoryUrl url = new RepositoryUrl("https://git.example/acme/deployments");
      FakeRepository other = new FakeRepository();
      other.commit("lay out", Map.of("qa/values.yaml", "tag: 1"));
      Commits across = new Commits(each -> each.equals(url) ? other : repository, fixture.editor);
      fixture.catalog.application(
          Application.builder("deployed")
              .product("shop")
              .environment("qa")
              .source(url.value(), "qa", "main")
              .build());
      fixture.elsewhere.put(url, other);
      Release wide = fixture.inQa(new ReleaseId("f".repeat(24)));
      Place place = new Place(wide.id(), QA, new ApplicationName("deployed"));

      Commits.Move move = across.next(wide, new Action.Commit(place, true), fixture.clock.now());
      across.write(wide, place, move.send().orElseThrow());

      assertThat(other.text("qa/values.yaml")).isEqualTo("tag: 2");
    }
  }

  @Nested
  class InDoubt {

    private final Commits.Move first = intendFirst();

    private Commits.Move intendFirst() {
      Commits.Move move = next();
      release = fixture.append(release, move.event().orElseThrow());
      return move;
    }

    @Test
    void findsTheCommitAtTheHead() {
      commits.write(release, PLACE, first.send().orElseThrow());

      assertThat(next().event()).hasValue(new CommitLanded(QA, SHOP_QA, repository.head()));
    }

    @Test
    void findsTheCommitBelowTheHead() {
      commits.write(release, PLACE, first.send().orElseThrow());
      CommitId ours = repository.head();
      repository.commit("on top", Map.of("README", "more"));

      assertThat(next().event()).hasValue(new CommitLanded(QA, SHOP_QA, ours));
    }

    @Test
    void findsTheCommitEvenWhereNothingNewMayBegin() {
      commits.write(release, PLACE, first.send().orElseThrow());

      assertThat(
              commits.next(release, new Action.Commit(PLACE, false), fixture.clock.now()).event())
          .hasValue(new CommitLanded(QA, SHOP_QA, repository.head()));
    }

    @Test
    void findsAnOldAttemptThatLandedLate() {
      Commits.Sending late = first.send().orElseThrow();
      CommitId before = repository.head();
      repository.commit("between", Map.of("README", "more"));
      release = fixture.append(release, next().event().orElseThrow());
      assertThat(qa(release).intents()).hasSize(2);

      repository.rewind(before);
      commits.write(release, PLACE, late);

      assertThat(next().event()).hasValue(new CommitLanded(QA, SHOP_QA, late.commit().id()));
    }

    @Test
    void sendsTheSameCommitAgainWhereTheBranchDidNotMove() {
      Commits.Move again = next();

      assertThat(again.event()).isEmpty();
      assertThat(again.send())
          .map(each -> each.commit().id())
          .isEqualTo(first.send().map(each -> each.commit().id()));
    }

    @Test
    void sendsNothingThatTheAdapterNowMakesDifferently() {
      CommitIntent intent = qa(release).intents().get(0);
      Release other = fixture.journal.load(release.id());
      CommitIntent changed = new CommitIntent(2, intent.draft(), new CommitId("f".repeat(40)));
      release = fixture.append(other, new CommitIntended(QA, SHOP_QA, changed));

      assertThatExceptionOfType(PortException.class)
          .isThrownBy(CommitsTest.this::next)
          .matches(refused -> refused.fault() == Fault.MISCONFIGURED)
          .matches(refused -> refused.code() == ProblemCode.ADAPTER_FAILED)
          .withMessageContaining("made commit " + intent.commit())
          .withMessageContaining("use the adapter version that began the release");
    }

    @Test
    void makesANewCommitWhereTheBranchMoved() {
      CommitId moved = repository.commit("between", Map.of("README", "more"));

      CommitIntent second = intended(next());

      assertThat(second.attempt()).isEqualTo(2);
      assertThat(second.draft().parent()).isEqualTo(moved);
    }

    @Test
    void needsNoCommitWhereSomebodyElseMadeTheChange() {
      CommitId moved = repository.commit("same", Map.of("envs/qa/values.yaml", "tag: 2"));

      assertThat(next().event()).hasValue(new NothingToChange(QA, SHOP_QA, moved));
    }

    @Test
    void failsAfterOneHundredAttempts() {
      CommitIntent intent = qa(release).intents().get(0);
      for (int attempt = 2; attempt <= Commits.MOST_ATTEMPTS; attempt++) {
        CommitIntent again = new CommitIntent(attempt, intent.draft(), intent.commit());
        release = fixture.append(release, new CommitIntended(QA, SHOP_QA, again));
      }
      repository.commit("between", Map.of("README", "more"));

      assertThat(failed(next()))
          .endsWith(
              "branch main moved 100 times before the commit could land; retry when fewer write to"
                  + " it [CONTENTION]");
    }
  }

  @Nested
  class WhereOthersInterfere {

    @Test
    void namesWhoEditedAPromotedFile() {
      CommitId edit = repository.commit("hotfix", Map.of("envs/qa/values.yaml", "tag: 3"));

      assertThat(failed(next()))
          .isEqualTo(
              PLACE
                  + ": envs/qa/values.yaml was changed by Bob <bob@example.org> in commit "
                  + edit
                  + " after the release had been planned; nothing was written, look at that change"
                  + " and trigger a new release [EDITED_OUTSIDE]");
    }

    @Test
    void namesThatAPromotedFileWasDeleted() {
      repository.commit("clean up", Map.of("envs/qa/values.yaml", ""));

      assertThat(failed(next())).contains("envs/qa/values.yaml was changed by Bob");
    }

    @Test
    void namesThatHistoryWasRewritten() {
      CommitId planned = repository.head();
      repository.rewind(repository.parent(planned));
      repository.commit("another past", Map.of("README", "else"));

      assertThat(failed(next()))
          .isEqualTo(
              PLACE
                  + ": branch main no longer contains commit "
                  + planned
                  + ", so its history was rewritten; nothing was written, trigger a new release"
                  + " [HISTORY_REWRITTEN]");
    }

    @Test
    void namesThatHistoryWasRewrittenSinceTheLastAttempt() {
      CommitId planned = repository.head();
      repository.commit("between", Map.of("README", "more"));
      release = fixture.append(release, next().event().orElseThrow());
      repository.rewind(planned);

      Problem busy = PLACE.problem(ProblemCode.REPOSITORY_UNREACHABLE, "does not answer");
      release = fixture.append(release, new ApplicationWaiting(QA, SHOP_QA, busy));
      Problem waits = next().waitFor().orElseThrow();
      assertThat(waits.code()).isEqualTo(ProblemCode.BRANCH_BEHIND);
      release = fixture.append(release, new ApplicationWaiting(QA, SHOP_QA, waits));
      fixture.clock.advance(Duration.ofMinutes(1).minusNanos(1));
      assertThat(next().waitFor()).hasValue(waits);

      fixture.clock.advance(Duration.ofNanos(1));
      assertThat(failed(next())).contains("HISTORY_REWRITTEN");
    }

    @Test
    void namesWhatStandsInTheWay() {
      repository.commit("link", "envs/qa/Values.yaml", FileMode.REGULAR);
      repository.commit("delete", Map.of("README", ""));

      assertThat(failed(next()))
          .isEqualTo(
              PLACE
                  + ": 'values.yaml' differs from 'Values.yaml' only in upper and lower case;"
                  + " rename or remove one of them [PATH_CASE_CLASH]");
    }

    @Test
    void passesOnThatTheBranchIsGone() {
      repository.deleteBranch();

      assertThatExceptionOfType(PortException.class)
          .isThrownBy(CommitsTest.this::next)
          .matches(refused -> refused.code() == ProblemCode.BRANCH_NOT_FOUND);
    }
  }

  private Commits.Move next() {
    return commits.next(release, new Action.Commit(PLACE, true), fixture.clock.now());
  }

  private static CommitIntent intended(Commits.Move move) {
    ReleaseEvent event = move.event().orElseThrow();
    assertThat(event).isInstanceOf(CommitIntended.class);
    return ((CommitIntended) event).intent();
  }

  private static String failed(Commits.Move move) {
    assertThat(move.send()).isEmpty();
    ReleaseEvent event = move.event().orElseThrow();
    assertThat(event).isInstanceOf(ApplicationFailed.class);
    return ((ApplicationFailed) event).reason().toString();
  }
}
