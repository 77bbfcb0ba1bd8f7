package dev.promotion.promoter;

import static dev.promotion.promoter.PromoterFixture.QA;
import static dev.promotion.promoter.PromoterFixture.fault;
import static dev.promotion.promoter.PromoterFixture.shop;
import static dev.promotion.promoter.PromoterFixture.trigger;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.promotion.environment.Environment;
import dev.promotion.environment.EnvironmentName;
import dev.promotion.fixture.FakeRepository;
import dev.promotion.flow.FlowStep;
import dev.promotion.flow.PolicySettings;
import dev.promotion.flow.PromotionAction;
import dev.promotion.flow.PromotionFlow;
import dev.promotion.policy.PolicyName;
import dev.promotion.policy.PolicySelector;
import dev.promotion.policy.PromotionPolicy;
import dev.promotion.policy.Supplier;
import dev.promotion.port.Fault;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.product.Application;
import dev.promotion.product.ProductName;
import dev.promotion.promoter.PromotionPlan.ApplicationPlan;
import dev.promotion.promoter.PromotionPlan.EnvironmentPlan;
import dev.promotion.promoter.PromotionPlan.FileChange;
import dev.promotion.promoter.PromotionPlan.ValueChange;
import dev.promotion.release.ReleaseId;
import dev.promotion.repository.BlobId;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.FileMode;
import dev.promotion.repository.RepositoryPath;
import dev.promotion.repository.RepositoryUrl;
import dev.promotion.template.JsonPath;
import dev.promotion.template.LabelSelector;
import dev.promotion.template.NormalizedPath;
import dev.promotion.template.PromotedFile;
import dev.promotion.template.PromotionTemplate;
import dev.promotion.template.TemplateContent;
import dev.promotion.template.TemplateName;
import dev.promotion.template.VersionSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a trigger would do, told before it does it. */
class PromotionPlanTest {

  private static final RepositoryUrl OTHER = new RepositoryUrl("https://git.example/acme/other");

  private final PromoterFixture fixture = new PromoterFixture();
  private final FakeRepository repository = fixture.repository;

  private PromotionPlan plan() {
    return fixture.builder().build().plan(trigger());
  }

  private static EnvironmentPlan environment(PromotionPlan plan, String name) {
    return plan.environments().stream()
        .filter(each -> each.environment().value().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static ApplicationPlan application(PromotionPlan plan, String environment) {
    return environment(plan, environment).applications().get(0);
  }

  private void promoting(String name, LabelSelector selector, PromotedFile... files) {
    fixture.catalog.template(
        new PromotionTemplate(
            new TemplateName(name),
            selector,
            1,
            new TemplateContent(
                Optional.of(
                    new VersionSource(new RepositoryPath("values.yaml"), new JsonPath("$.tag"))),
                List.of(files))));
  }

  @Test
  void showsEveryFileThatWouldChange() {
    CommitId head = repository.head();

    PromotionPlan plan = plan();

    assertThat(plan.isReady()).isTrue();
    assertThat(plan.environments())
        .extracting(each -> each.environment().value())
        .containsExactly("dev", "qa", "production");
    assertThat(environment(plan, "dev").applications()).isEmpty();
    ApplicationPlan qa = application(plan, "qa");
    assertThat(qa.application()).hasToString("shop-qa");
    assertThat(qa.base().commit()).isEqualTo(head);
    assertThat(qa.changes())
        .containsExactly(
            new FileChange(
                new RepositoryPath("envs/qa/values.yaml"),
                Optional.of(BlobId.of("tag: 1".getBytes(UTF_8))),
                Optional.of(BlobId.of("tag: 2".getBytes(UTF_8))),
                List.of(),
                """
                @@ -1,1 +1,1 @@
                -tag: 1
                \\ No newline at end of file
                +tag: 2
                \\ No newline at end of file
                """));
  }

  @Test
  void writesNothing() {
    CommitId head = repository.head();

    plan();

    assertThat(repository.head()).isEqualTo(head);
    assertThat(repository.calls()).doesNotContain("write", "prepare");
    assertThat(fixture.store.open()).isEmpty();
    assertThat(fixture.told).isEmpty();
  }

  @Test
  void showsTheValuesThatWouldChange() {
    repository.commit("scale", Map.of("envs/qa/values.yaml", "replicas: 9\ntag: 1"));
    promoting("tags", LabelSelector.everything(), PromotedFile.of("values.yaml", "$.tag"));

    PromotionPlan plan = plan();

    assertThat(plan.version()).hasToString("Optional[2]");
    FileChange change = application(plan, "qa").changes().get(0);
    assertThat(change.values())
        .containsExactly(new ValueChange(new NormalizedPath("$.tag"), Optional.of("1"), "2"));
    assertThat(change.diff()).contains(" replicas: 9\n-tag: 1\n").contains("+tag: 2\n");
    assertThat(plan.warnings())
        .extracting(Problem::code)
        .containsOnly(ProblemCode.ACTION_DEFAULTED);
  }

  @Test
  void commitsMadeLaterHaveTheContentsThatWereShown() {
    promoting("tags", LabelSelector.everything(), PromotedFile.of("values.yaml", "$.tag"));
    SequentialPromoter promoter = fixture.builder().build();
    PromotionPlan plan = promoter.plan(trigger());

    ReleaseId release = promoter.trigger(trigger()).id();
    promoter.await(release, Duration.ofHours(1));

    for (String environment : List.of("qa", "production")) {
      for (FileChange change : application(plan, environment).changes()) {
        String text = repository.text(change.path().value());
        assertThat(change.after()).hasValue(BlobId.of(text.getBytes(UTF_8)));
      }
    }
    assertThat(promoter.release(release).plan().version()).hasToString("2");
  }

  @Test
  void targetGetsWhatTheTemplatesThatMatchItSay() {
    promoting(
        "of-qa",
        LabelSelector.of(Map.of("codefresh.io/environment", "qa"), List.of()),
        PromotedFile.of("values.yaml", "$.tag"));
    repository.commit("scale", Map.of("envs/qa/values.yaml", "replicas: 9\ntag: 1"));
    SequentialPromoter promoter = fixture.builder().build();

    ReleaseId release = promoter.trigger(trigger()).id();
    promoter.await(release, Duration.ofHours(1));

    assertThat(repository.text("envs/qa/values.yaml")).isEqualTo("replicas: 9\ntag: 2");
    assertThat(repository.text("envs/production/values.yaml")).isEqualTo("tag: 2");
    assertThat(promoter.release(release).status().isEnd()).isTrue();
  }

  @Test
  void newFileIsShownWhole() {
    repository.commit("add", Map.of("envs/dev/new.yaml", "a: 1\n"));

    FileChange change = application(plan(), "qa").changes().get(0);

    assertThat(change.path()).hasToString("envs/qa/new.yaml");
    assertThat(change.before()).isEmpty();
    assertThat(plan().toString()).contains("    envs/qa/new.yaml (new)\n      @@ -0,0 +1,1 @@\n");
    assertThat(change.diff()).isEqualTo("@@ -0,0 +1,1 @@\n+a: 1\n");
  }

  @Test
  void contentThatIsNoTextIsNotShown() {
    repository.commit("add", Map.of("envs/dev/values.yaml", "a\0b"));

    assertThat(application(plan(), "qa").changes().get(0).diff())
        .isEqualTo("(not shown: no text, or too large; 6 to 3 bytes)");
  }

  @Test
  void secretIsNotShown() {
    repository.commit(
        "add", Map.of("envs/dev/values.yaml", "kind: Secret\nstringData:\n  password: hunter2"));

    PromotionPlan plan = plan();

    assertThat(application(plan, "qa").changes().get(0).diff())
        .isEqualTo("(not shown: holds a Secret; 6 to 44 bytes)");
    assertThat(plan.toString()).doesNotContain("hunter2");
  }

  @Test
  void contentThatIsTooLargeIsNotShown() {
    repository.commit("add", Map.of("envs/qa/values.yaml", "\0", "envs/dev/values.yaml", "long"));
    repository.commit("add", Map.of("envs/production/values.yaml", "a".repeat(1_000_001)));

    PromotionPlan plan = plan();

    assertThat(application(plan, "qa").changes().get(0).diff()).endsWith("; 1 to 4 bytes)");
    assertThat(application(plan, "production").changes().get(0).diff())
        .endsWith("; 1000001 to 4 bytes)");
  }

  @Test
  void applicationMayBeTheWholeRepository() {
    promoting("tags", LabelSelector.everything(), PromotedFile.of("values.yaml", "$.*"));
    FakeRepository other = new FakeRepository();
    other.commit("lay out", Map.of("values.yaml", "tag: 1\nsize: 2", "other.yaml", "x: 1"));
    repository.commit("more", Map.of("envs/dev/values.yaml", "tag: 2\nsize: 2"));
    fixture.elsewhere.put(OTHER, other);
    fixture.catalog.application(
        Application.builder("shop-qa-0")
            .product("shop")
            .environment("qa")
            .source(OTHER.value(), ".", "main")
            .build());

    ApplicationPlan alone = environment(plan(), "qa").applications().get(1);

    assertThat(alone.changes())
        .extracting(FileChange::path)
        .containsExactly(new RepositoryPath("values.yaml"));
    assertThat(alone.changes().get(0).values())
        .containsExactly(new ValueChange(new NormalizedPath("$.tag"), Optional.of("1"), "2"));
  }

  @Test
  void valuesOfSeveralFilesAreShownWithTheirFile() {
    repository.commit("more", Map.of("envs/dev/a.yaml", "x: 2", "envs/qa/a.yaml", "x: 1"));
    repository.commit("more", Map.of("envs/production/a.yaml", "x: 1"));
    promoting("all", LabelSelector.everything(), PromotedFile.of("*.yaml", "$.*"));

    PromotionPlan plan = plan();

    assertThat(application(plan, "qa").changes()).allMatch(each -> each.values().size() == 1);
    assertThat(plan.toString()).contains(": 2 files\n    envs/qa/a.yaml\n      $.x: 1 -> 2\n");
  }

  @Test
  void linkInTheTargetIsAProblem() {
    repository.commit("link", "envs/qa/values.yaml", FileMode.SYMBOLIC_LINK);
    promoting("tags", LabelSelector.everything(), PromotedFile.of("values.yaml", "$.tag"));

    assertThat(plan().problems())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.PATH_NOT_REGULAR);
  }

  @Test
  void fileOfValuesThatTheTargetDoesNotHaveIsAProblem() {
    repository.commit("more", Map.of("envs/dev/a.yaml", "x: 2"));
    promoting("one", LabelSelector.everything(), PromotedFile.of("a.yaml", "$.x"));

    assertThat(plan().problems())
        .extracting(Problem::toString)
        .first()
        .asString()
        .isEqualTo(
            "application shop-qa: envs/qa/a.yaml: the file is not there; create it, only values in"
                + " it are promoted [PATH_NO_MATCH]");
  }

  @Test
  void pathThatIsTooLongInTheTargetIsAProblem() {
    String name = "d/".repeat(100) + "n".repeat(200);
    String deep = "e/".repeat(1_900) + "qa";
    repository.commit("more", Map.of("envs/dev/" + name, "x: 2", deep + "/values.yaml", "x: 1"));
    promoting("one", LabelSelector.everything(), PromotedFile.of("**/" + "n".repeat(200), "$.x"));
    fixture.catalog.application(
        Application.builder("shop-deep")
            .product("shop")
            .environment("qa")
            .source(PromoterFixture.URL.value(), deep, "main")
            .build());

    assertThat(plan().problems()).extracting(Problem::code).contains(ProblemCode.PATH_LIMIT);
  }

  @Test
  void policiesAreToldEvenWhereThereIsNoSource() {
    fixture.catalog.flow(PromotionFlow.of("lonely", "nobody", FlowStep.of("qa", "nobody")));
    fixture.catalog.environment(Environment.of("nobody"));

    PromotionPlan plan =
        fixture.builder().build().plan(Trigger.flow("lonely").product("shop").by("alice"));

    assertThat(plan.problems())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.NO_APPLICATIONS);
    assertThat(environment(plan, "qa").applications()).isEmpty();
    assertThat(plan.version()).isEmpty();
  }

  @Test
  void nothingToChangeIsShownAsThat() {
    repository.commit("by hand", Map.of("envs/qa/values.yaml", "tag: 2"));

    PromotionPlan plan = plan();

    assertThat(application(plan, "qa").changes()).isEmpty();
    assertThat(plan.toString()).contains("  shop-qa on main at ").contains(": nothing to change\n");
  }

  @Test
  void tellsWhatIsMissingInsteadOfThrowing() {
    repository.commit("values", Map.of("envs/dev/values.yaml", "tag: 2\nlimit: 5"));
    promoting("tags", LabelSelector.everything(), PromotedFile.of("values.yaml", "$.limit"));

    PromotionPlan plan = plan();

    assertThat(plan.isReady()).isFalse();
    assertThat(plan.problems())
        .extracting(Problem::toString)
        .containsExactly(
            "application shop-qa: envs/qa/values.yaml:1:1: $.limit finds nothing; add it"
                + " [PATH_NO_MATCH]",
            "application shop-production: envs/production/values.yaml:1:1: $.limit finds nothing;"
                + " add it [PATH_NO_MATCH]");
    assertThatExceptionOfType(TriggerRefusedException.class)
        .isThrownBy(() -> fixture.builder().build().trigger(trigger()))
        .satisfies(refused -> assertThat(refused.problems()).isEqualTo(plan.problems()));
    assertThat(plan.toString())
        .contains("the trigger would be refused:\n  - application shop-qa: ");
  }

  @Test
  void unknownFlowIsAPlanWithAProblem() {
    PromotionPlan plan =
        fixture.builder().build().plan(Trigger.flow("thre-env").product("shop").by("alice"));

    assertThat(plan.environments()).isEmpty();
    assertThat(plan.source()).isEmpty();
    assertThat(plan.problems()).extracting(Problem::code).containsExactly(ProblemCode.UNKNOWN_FLOW);
    assertThat(plan.toString()).startsWith("product shop, flow thre-env\n");
  }

  @Test
  void contentThatCannotBeReadIsAProblem() {
    repository.failing("content", fault(Fault.TRANSIENT));

    PromotionPlan plan = plan();

    assertThat(application(plan, "qa").changes()).isEmpty();
    assertThat(plan.problems())
        .extracting(Problem::code)
        .containsOnly(ProblemCode.REPOSITORY_UNREACHABLE);
  }

  @Test
  void valuesNeedSomebodyWhoCanReadThem() {
    promoting("tags", LabelSelector.everything(), PromotedFile.of("values.yaml", "$.tag"));

    PromotionPlan plan = fixture.builder().fileValues(new NoFileValues()).build().plan(trigger());

    assertThat(plan.problems())
        .extracting(Problem::code)
        .containsOnly(ProblemCode.FILE_VALUES_MISSING);
    assertThat(plan.problems().get(0).message()).contains("promotion-yaml");
  }

  @Test
  void saysWhichPolicyHoldsAndWhy() {
    fixture.catalog.policy(
        new PromotionPolicy(
            new PolicyName("by-commit"),
            10,
            PolicySelector.EVERYTHING,
            PolicySettings.of(PromotionAction.COMMIT)));
    SequentialPromoter promoter = fixture.builder().build();

    PromotionPlan plan = promoter.plan(trigger());

    assertThat(environment(plan, "qa").policy().action().supplier())
        .isEqualTo(new Supplier.Policy(new PolicyName("by-commit")));
    assertThat(plan.toString()).contains("qa: action commit (policy by-commit)\n");
    assertThat(promoter.explainPolicy(shop(), QA)).hasToString("action commit (policy by-commit)");
  }

  @Test
  void explainsNoPolicyOfWhatIsNotKnown() {
    SequentialPromoter promoter = fixture.builder().build();

    assertThatExceptionOfType(TriggerRefusedException.class)
        .isThrownBy(() -> promoter.explainPolicy(shop(), new EnvironmentName("qs")))
        .withMessageContaining(
            "environment 'qs' does not exist; known: dev, production, qa; did you mean 'qa'?");
  }

  @Test
  void explainsNoPolicyOfAProductThatIsNotKnown() {
    SequentialPromoter promoter = fixture.builder().build();

    assertThatExceptionOfType(TriggerRefusedException.class)
        .isThrownBy(() -> promoter.explainPolicy(new ProductName("shoq"), QA))
        .withMessageContaining("product 'shoq' does not exist");
  }

  @Test
  void readsAsAText() {
    promoting("tags", LabelSelector.everything(), PromotedFile.of("values.yaml", "$.tag"));
    repository.commit(
        "evil", Map.of("envs/qa/values.yaml", "title: \u001b[2J\r\ntag: 1", "a/b", "x"));
    fixture.catalog.application(
        Application.builder("shop-qa-2")
            .product("shop")
            .environment("qa")
            .source(PromoterFixture.URL.value(), "envs/production", "main")
            .build());

    String text = plan().toString();

    assertThat(text)
        .startsWith("product shop, flow three-env, version 2\nsource: shop-dev at ")
        .contains("\nqa: action commit (the default)\n  shop-qa on main at ")
        .contains(": 1 file\n    envs/qa/values.yaml\n      $.tag: 1 -> 2\n      @@ -1,2 +1,2 @@\n")
        .contains("\nwarnings:\n  - product shop, environment qa: nothing says")
        .doesNotContain("\u001b")
        .doesNotContain("\r")
        .doesNotContain("refused");
  }
}
