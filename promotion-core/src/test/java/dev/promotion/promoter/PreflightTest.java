package dev.promotion.promoter;

import static dev.promotion.promoter.PromoterFixture.fault;
import static dev.promotion.promoter.PromoterFixture.trigger;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.promotion.catalog.Catalog;
import dev.promotion.environment.Environment;
import dev.promotion.fixture.FakeRepository;
import dev.promotion.flow.FlowStep;
import dev.promotion.flow.PromotionFlow;
import dev.promotion.port.Fault;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.product.Application;
import dev.promotion.release.CargoFile;
import dev.promotion.release.ReleasePlan;
import dev.promotion.release.Target;
import dev.promotion.repository.BranchHead;
import dev.promotion.repository.BranchName;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.FileMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PreflightTest {

  private final PromoterFixture fixture = new PromoterFixture();
  private final FakeRepository repository = fixture.repository;

  @Nested
  class APlan {

    @Test
    void fixesEverythingAtTheNewestCommit() {
      CommitId head = repository.head();

      ReleasePlan plan = plan(trigger());

      assertThat(plan.product()).isEqualTo(PromoterFixture.shop());
      assertThat(plan.flow()).isEqualTo(fixture.flow);
      assertThat(plan.initiator()).hasToString("alice");
      assertThat(plan.version()).hasToString(head.abbreviated());
      assertThat(plan.source().application()).hasToString("shop-dev");
      assertThat(plan.source().branch()).hasToString("main");
      assertThat(plan.source().commit().id()).isEqualTo(head);
      assertThat(plan.source().commit().subject()).isEqualTo("raise the tag");
      assertThat(plan.cargo().repository()).isEqualTo(PromoterFixture.URL);
      assertThat(plan.cargo().files()).extracting(CargoFile::path).hasToString("[values.yaml]");
      assertThat(plan.targets())
          .extracting(Target::application)
          .hasToString("[shop-qa, shop-production]");
      assertThat(plan.targets())
          .extracting(Target::planned)
          .containsOnly(new BranchHead(new BranchName("main"), head));
      assertThat(plan.stableFor()).isEqualTo(Duration.ofSeconds(5));
      assertThat(plan.author()).hasToString("Promotion <promotion@example.org>");
    }

    @Test
    void warnsOfWhatNobodyAskedFor() {
      assertThat(plan(trigger()).warnings())
          .extracting(Problem::toString)
          .containsExactly(
              "product shop, environment qa: nothing says how to promote, so it is done by a"
                  + " commit; name an action [ACTION_DEFAULTED]",
              "product shop, environment production: nothing says how to promote, so it is done by"
                  + " a commit; name an action [ACTION_DEFAULTED]",
              "application shop-dev: nothing says which files are promoted, so every file below"
                  + " envs/dev is; write allFiles: true if that is meant [PROMOTES_EVERYTHING]");
    }

    @Test
    void mayPromoteToTheRootOfARepository() {
      fixture.catalog.application(
          Application.builder("shop-qa-root")
              .product("shop")
              .environment("qa")
              .source(PromoterFixture.URL.value(), ".", "main")
              .build());

      assertThat(plan(trigger()).targets()).hasSize(3);
    }

    @Test
    void takesVersionAndCommitFromTheTrigger() {
      CommitId wanted = repository.head();
      repository.commit("raise it again", Map.of("envs/dev/values.yaml", "tag: 3"));

      ReleasePlan plan = plan(trigger().version("2.4.1").commit(wanted.value()));

      assertThat(plan.version()).hasToString("2.4.1");
      assertThat(plan.source().commit().id()).isEqualTo(wanted);
      assertThat(plan.targets().get(0).planned().commit()).isEqualTo(repository.head());
    }

    @Test
    void writesNothing() {
      plan(trigger());

      assertThat(repository.calls()).doesNotContain("write", "prepare");
    }
  }

  @Nested
  class TheSource {

    @Test
    void isTheOneThatIsNamed() {
      fixture.catalog.application(second("dev"));
      repository.commit("second", Map.of("envs/dev-2/values.yaml", "tag: 7"));

      ReleasePlan plan = plan(trigger().application("shop-dev-2"));

      assertThat(plan.source().application()).hasToString("shop-dev-2");
    }

    @Test
    void isOneOfTheTriggerEnvironment() {
      assertThat(problems(trigger().application("shop-de")))
          .containsExactly(
              new Problem(
                  ProblemCode.UNKNOWN_APPLICATION,
                  "trigger",
                  "application 'shop-de' is not one of product shop in environment dev; known:"
                      + " shop-dev; did you mean 'shop-dev'?"));
    }

    @Test
    void isTheOnlyOneThatDiffersFromTheFirstTarget() {
      fixture.catalog.application(second("dev"));
      repository.commit("same as qa", Map.of("envs/dev-2/values.yaml", "tag: 1"));
      repository.commit("production lags", Map.of("envs/production/values.yaml", "tag: 0"));

      assertThat(plan(trigger()).source().application()).hasToString("shop-dev");
    }

    @Test
    void isNeverChosenSilentlyOfSeveralThatDiffer() {
      fixture.catalog.application(second("dev"));
      repository.commit("differs too", Map.of("envs/dev-2/values.yaml", "tag: 7"));

      assertThat(problems(trigger()))
          .containsExactly(
              new Problem(
                  ProblemCode.SOURCE_AMBIGUOUS,
                  "trigger",
                  "environment dev has several applications of product shop, and 2 of them differ"
                      + " from qa; name one: shop-dev, shop-dev-2"));
    }

    @Test
    void isNeverChosenSilentlyOfSeveralThatAreTheSame() {
      fixture.catalog.application(second("dev"));
      repository.commit(
          "all the same",
          Map.of("envs/dev/values.yaml", "tag: 1", "envs/dev-2/values.yaml", "tag: 1"));

      assertThat(problems(trigger()))
          .singleElement()
          .extracting(Problem::message)
          .asString()
          .contains("and none differ from qa; name one: shop-dev, shop-dev-2");
    }

    @Test
    void isAtACommitOfItsBranch() {
      CommitId head = repository.head();
      repository.rewind(repository.parent(head));

      assertThat(problems(trigger().commit(head.value())))
          .containsExactly(
              new Problem(
                  ProblemCode.COMMIT_NOT_ON_BRANCH,
                  "application shop-dev",
                  "commit "
                      + head
                      + " is not on branch main, which is at "
                      + repository.head().abbreviated()
                      + "; name one that is"));
    }
  }

  @Nested
  class ARefusal {

    @Test
    void namesAnUnknownFlowAndProductAtOnce() {
      assertThat(problems(Trigger.flow("three-en").product("ship").by("alice")))
          .containsExactly(
              new Problem(
                  ProblemCode.UNKNOWN_FLOW,
                  "trigger",
                  "flow 'three-en' does not exist; known: three-env; did you mean 'three-env'?"),
              new Problem(
                  ProblemCode.UNKNOWN_PRODUCT,
                  "trigger",
                  "product 'ship' does not exist; known: shop; did you mean 'shop'?"));
    }

    @Test
    void namesAnUnknownProductOfAKnownFlow() {
      assertThat(problems(Trigger.flow("three-env").product("bank").by("alice")))
          .containsExactly(
              new Problem(
                  ProblemCode.UNKNOWN_PRODUCT,
                  "trigger",
                  "product 'bank' does not exist; known: shop"));
    }

    @Test
    void saysThatThereIsNothingAtAll() {
      Preflight empty =
          new Preflight(
              Catalog.builder().build(),
              fixture.repositories(),
              fixture.editor,
              Duration.ZERO,
              plan(trigger()).author());

      assertThatExceptionOfType(TriggerRefusedException.class)
          .isThrownBy(() -> empty.plan(trigger()))
          .withMessageContaining("flow 'three-env' does not exist; known: none [UNKNOWN_FLOW]")
          .withMessageContaining("product 'shop' does not exist; known: none [UNKNOWN_PRODUCT]");
    }

    @Test
    void namesEveryEnvironmentWithoutAnApplication() {
      fixture
          .catalog
          .environment(Environment.of("eu"))
          .environment(Environment.of("us"))
          .flow(PromotionFlow.of("empty", "us", FlowStep.of("qa", "us"), FlowStep.of("eu", "qa")));

      assertThat(problems(Trigger.flow("empty").product("shop").by("alice")))
          .containsExactly(
              new Problem(
                  ProblemCode.APP_MISSING_IN_TARGET,
                  "flow empty, environment eu",
                  "product shop has no application in environment eu; add one, or take the"
                      + " environment out of the flow"),
              new Problem(
                  ProblemCode.NO_APPLICATIONS,
                  "flow empty, environment us",
                  "product shop has no application in the trigger environment us; add one"));
    }

    @Test
    void namesATargetWithoutAFolder() {
      repository.commit("remove qa", Map.of("envs/qa/values.yaml", ""));

      assertThat(problems(trigger()))
          .containsExactly(
              new Problem(
                  ProblemCode.PATH_NO_MATCH,
                  "application shop-qa",
                  "there is no folder envs/qa on branch main; create it, or correct"
                      + " spec.source.path"));
    }

    @Test
    void namesASourceWithoutFiles() {
      repository.commit("remove dev", Map.of("envs/dev/values.yaml", ""));

      assertThat(problems(trigger()))
          .extracting(Problem::code)
          .containsExactly(ProblemCode.PATH_NO_MATCH);
    }

    @Test
    void namesWhatStandsInTheWayInEveryTarget() {
      repository.commit("link", "envs/qa/values.yaml", FileMode.SYMBOLIC_LINK);
      repository.commit("folder", "envs/production/values.yaml/x", FileMode.REGULAR);

      assertThat(problems(trigger()))
          .extracting(Problem::place, Problem::code)
          .containsExactly(
              tuple("application shop-qa: 'values.yaml'", ProblemCode.PATH_NOT_REGULAR),
              tuple("application shop-production: 'values.yaml'", ProblemCode.PATH_TYPE_CHANGE));
    }

    @Test
    void namesAPathThatIsTooLongInTheTargetAlone() {
      String deep = ("d".repeat(255) + "/").repeat(15) + "f".repeat(241);
      repository.commit("deep", Map.of("envs/dev/" + deep, "x"));

      assertThat(problems(trigger()))
          .extracting(Problem::place, Problem::code)
          .containsExactly(tuple("application shop-production: path", ProblemCode.PATH_LIMIT));
    }

    @Test
    void namesARepositoryThatDoesNotAnswer() {
      fixture.catalog.application(
          Application.builder("shop-qa-2")
              .product("shop")
              .environment("qa")
              .source("https://git.example/acme/elsewhere", ".", "main")
              .build());

      assertThat(problems(trigger()))
          .containsExactly(
              new Problem(
                  ProblemCode.REPOSITORY_UNREACHABLE,
                  "application shop-qa-2: git.example",
                  "does not answer"));
    }

    @Test
    void namesASourceThatCannotBeRead() {
      repository.failing("files", fault(Fault.TRANSIENT));

      assertThat(problems(trigger()))
          .extracting(Problem::place)
          .containsExactly("application shop-dev: git.example");
    }

    @Test
    void namesABranchThatIsGone() {
      repository.deleteBranch();

      assertThat(problems(trigger()))
          .extracting(Problem::place, Problem::code)
          .containsExactly(
              tuple("application shop-qa: branch main", ProblemCode.BRANCH_NOT_FOUND),
              tuple("application shop-production: branch main", ProblemCode.BRANCH_NOT_FOUND),
              tuple("application shop-dev: branch main", ProblemCode.BRANCH_NOT_FOUND));
    }

    @Test
    void choosesNoSourceThatCannotBeRead() {
      fixture.catalog.application(second("dev"));
      repository.failing("files", fault(Fault.TRANSIENT));

      assertThat(problems(trigger()))
          .extracting(Problem::code)
          .containsExactly(
              ProblemCode.REPOSITORY_UNREACHABLE,
              ProblemCode.REPOSITORY_UNREACHABLE,
              ProblemCode.SOURCE_AMBIGUOUS);
    }
  }

  private static Application second(String environment) {
    return Application.builder("shop-" + environment + "-2")
        .product("shop")
        .environment(environment)
        .source(PromoterFixture.URL.value(), "envs/" + environment + "-2", "main")
        .build();
  }

  private ReleasePlan plan(Trigger trigger) {
    return fixture.preflight().plan(trigger);
  }

  private List<Problem> problems(Trigger trigger) {
    return catchThrowableOfType(TriggerRefusedException.class, () -> plan(trigger)).problems();
  }
}
