package dev.promotion.promoter;

import static dev.promotion.promoter.PromoterFixture.PLACE;
import static dev.promotion.promoter.PromoterFixture.QA;
import static dev.promotion.promoter.PromoterFixture.SHOP_QA;
import static dev.promotion.promoter.PromoterFixture.qa;
import static dev.promotion.promoter.PromoterFixture.trigger;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.promotion.fixture.FakeRepository;
import dev.promotion.port.Fault;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.promoter.PromotionPlan.FileChange;
import dev.promotion.release.Cargo;
import dev.promotion.release.EventCodec;
import dev.promotion.release.Release;
import dev.promotion.release.ReleaseEvent.ApplicationFailed;
import dev.promotion.release.ReleaseEvent.NothingToChange;
import dev.promotion.release.ReleaseStatus;
import dev.promotion.repository.CommitDraft;
import dev.promotion.repository.FileMode;
import dev.promotion.repository.RepositoryPath;
import dev.promotion.template.AllFiles;
import dev.promotion.template.EffectiveTemplate;
import dev.promotion.template.LabelSelector;
import dev.promotion.template.PromotedFile;
import dev.promotion.template.PromotionTemplate;
import dev.promotion.template.TemplateContent;
import dev.promotion.template.TemplateName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is gone from the source is deleted where that is asked for, and nothing else ever is. */
class PrunedFilesTest {

  private static final RepositoryPath OLD = new RepositoryPath("old.yaml");
  private static final String QA_OLD = "envs/qa/old.yaml";

  private final PromoterFixture fixture = new PromoterFixture();
  private final FakeRepository repository = fixture.repository;
  private final Commits commits = new Commits(fixture.repositories(), fixture.editor);

  /** Every environment has a file that dev has no more; qa has one that dev never had. */
  PrunedFilesTest() {
    for (String environment : List.of("dev", "qa", "production")) {
      repository.commit("old", Map.of("envs/" + environment + "/old.yaml", "old"));
    }
    repository.commit("own", Map.of("envs/qa/own.yaml", "own"));
    repository.commit("remove", Map.of("envs/dev/old.yaml", ""));
  }

  private PrunedFilesTest promoting(boolean confirmed, boolean prune) {
    template("all", 5, new TemplateContent(none(), List.of(), all(confirmed, prune)));
    return this;
  }

  private void template(String name, int priority, TemplateContent content) {
    fixture.catalog.template(
        new PromotionTemplate(
            new TemplateName(name), LabelSelector.everything(), priority, content));
  }

  private static Optional<AllFiles> all(boolean confirmed, boolean prune) {
    return Optional.of(new AllFiles(confirmed, prune));
  }

  private static <T> Optional<T> none() {
    return Optional.empty();
  }

  private Commits.Move next(Release release) {
    return commits.next(release, new Action.Commit(PLACE, true), fixture.clock.now());
  }

  private Release lands(Release release) {
    Commits.Move move = next(release);
    Release intended = fixture.append(release, move.event().orElseThrow());
    commits.write(intended, PLACE, move.send().orElseThrow());
    return intended;
  }

  private Problem failure(Release release) {
    return ((ApplicationFailed) next(release).event().orElseThrow()).reason();
  }

  private Set<String> filesOfQa() {
    return repository.files(repository.head(), new RepositoryPath("envs/qa")).stream()
        .map(each -> each.path())
        .collect(java.util.stream.Collectors.toSet());
  }

  @Test
  void whatIsGoneFromTheSourceIsDeletedAndWhatOnlyTheTargetHasStays() {
    promoting(true, true);

    lands(fixture.inQa());

    assertThat(filesOfQa()).containsExactlyInAnyOrder("values.yaml", "own.yaml");
    assertThat(repository.text("envs/qa/values.yaml")).isEqualTo("tag: 2");
    assertThat(repository.text("envs/production/old.yaml")).isEqualTo("old");
  }

  @Test
  void nothingIsDeletedUnlessThatIsAskedFor() {
    promoting(true, false);

    Release release = lands(fixture.inQa());

    assertThat(release.plan().cargo().removed()).isEmpty();
    assertThat(filesOfQa()).contains("old.yaml");
    assertThat(repository.calls()).doesNotContain("onceThere");
  }

  @Test
  void planShowsWhatWouldBeDeleted() {
    PromotionPlan plan = promoting(true, true).fixture.builder().build().plan(trigger());

    List<FileChange> changes = plan.environments().get(1).applications().get(0).changes();
    assertThat(changes).extracting(each -> each.path().value()).contains(QA_OLD);
    FileChange change = changes.get(0);
    assertThat(change.after()).isEmpty();
    assertThat(change.diff()).contains("-old");
    assertThat(plan.toString()).contains("    envs/qa/old.yaml (deleted)\n");
    assertThat(plan.warnings())
        .extracting(Problem::code)
        .doesNotContain(ProblemCode.PROMOTES_EVERYTHING);
  }

  @Test
  void deletingWithoutConfirmingAllFilesIsWarnedOf() {
    assertThat(promoting(false, true).fixture.builder().build().plan(trigger()).warnings())
        .extracting(Problem::code)
        .contains(ProblemCode.PROMOTES_EVERYTHING);
  }

  @Test
  void deletionIsPartOfTheRecord() {
    Release release = promoting(true, true).lands(fixture.inQa());

    Release read =
        Release.replay(EventCodec.read(release.events().stream().map(EventCodec::write).toList()));

    assertThat(read.plan().cargo().removed()).containsExactly(OLD);
    assertThat(qa(read).intents().get(0).draft().removed())
        .containsExactly(new RepositoryPath(QA_OLD));
  }

  @Test
  void sameCommitIsSentAgainAfterACrash() {
    Release release = promoting(true, true).fixture.inQa();
    Commits.Move first = next(release);
    release = fixture.append(release, first.event().orElseThrow());

    Commits.Move again = next(release);

    assertThat(again.event()).isEmpty();
    assertThat(again.send().orElseThrow().commit().id())
        .isEqualTo(first.send().orElseThrow().commit().id());
  }

  @Test
  void deletionAloneIsAChange() {
    repository.commit("by hand", Map.of("envs/qa/values.yaml", "tag: 2"));
    promoting(true, true);

    lands(fixture.inQa());

    assertThat(filesOfQa()).containsExactlyInAnyOrder("values.yaml", "own.yaml");
  }

  @Test
  void whatOthersDeletedAlreadyIsNoChange() {
    repository.commit("by hand", Map.of("envs/qa/values.yaml", "tag: 2"));
    Release release = promoting(true, true).fixture.inQa();
    repository.commit("tidy", Map.of(QA_OLD, ""));

    assertThat(next(release).event()).hasValue(new NothingToChange(QA, SHOP_QA, repository.head()));
  }

  @Test
  void whatOthersChangedAfterThePlanIsNotDeleted() {
    Release release = promoting(true, true).fixture.inQa();
    repository.commit("still needed", Map.of(QA_OLD, "changed"));

    assertThat(failure(release).code()).isEqualTo(ProblemCode.EDITED_OUTSIDE);
    assertThat(failure(release).message())
        .contains(QA_OLD + " was changed by Bob <bob@example.org>");
  }

  @Test
  void whatBecameALinkAfterThePlanIsNotDeleted() {
    Release release = promoting(true, true).fixture.inQa();
    repository.commit("link", QA_OLD, FileMode.SYMBOLIC_LINK);

    assertThat(failure(release).code()).isEqualTo(ProblemCode.EDITED_OUTSIDE);
  }

  @Test
  void linksAreNeverDeleted() {
    repository.commit("link", QA_OLD, FileMode.SYMBOLIC_LINK);
    repository.commit("link", "envs/production/old.yaml", FileMode.SYMBOLIC_LINK);

    assertThat(promoting(true, true).fixture.inQa().plan().cargo().removed()).isEmpty();
  }

  @Test
  void laterRevisionThatBroughtTheFileBackIsNotTakenForThePromotedOne() {
    Release release = lands(promoting(true, true).fixture.inQa());
    repository.commit("back", Map.of(QA_OLD, "old"));

    Release stopped = fixture.visit(release).run(Duration.ofSeconds(1)).release();

    assertThat(stopped.status()).isEqualTo(ReleaseStatus.FAILED);
    assertThat(qa(stopped).reason()).map(Problem::code).hasValue(ProblemCode.SUPERSEDED);
  }

  @Test
  void nameMayComeBackInAnotherCase() {
    repository.commit("rename", Map.of("envs/dev/Old.yaml", "new"));
    promoting(true, true);

    lands(fixture.inQa());

    assertThat(filesOfQa()).containsExactlyInAnyOrder("values.yaml", "own.yaml", "Old.yaml");
  }

  @Test
  void nameThatOnlyDiffersInCaseStaysRefusedWhereNothingIsDeleted() {
    repository.commit("rename", Map.of("envs/dev/Old.yaml", "new"));

    assertThatExceptionOfType(TriggerRefusedException.class)
        .isThrownBy(() -> promoting(true, false).fixture.inQa())
        .matches(refused -> refused.code() == ProblemCode.PATH_CASE_CLASH);
  }

  @Test
  void whatIsNamedIsPromotedAsItIsNamedAndAllElseAsAWhole() {
    repository.commit("chart", Map.of("envs/dev/Chart.yaml", "version: 2"));
    repository.commit("scale", Map.of("envs/qa/values.yaml", "replicas: 9\ntag: 1"));
    repository.commit(
        "more", Map.of("envs/qa/values-old.yaml", "x", "envs/dev/values-old.yaml", "x"));
    repository.commit("less", Map.of("envs/dev/values-old.yaml", ""));
    template("tags", 1, TemplateContent.of(PromotedFile.of("values*", "$.tag")));
    promoting(true, true);

    lands(fixture.inQa());

    assertThat(repository.text("envs/qa/values.yaml")).isEqualTo("replicas: 9\ntag: 2");
    assertThat(filesOfQa())
        .containsExactlyInAnyOrder("values.yaml", "own.yaml", "Chart.yaml", "values-old.yaml");
  }

  @Test
  void sourceWhoseHistoryCannotBeReadIsToldBeforeAnythingIsWritten() {
    promoting(true, true);
    repository.failing("onceThere", PromoterFixture.fault(Fault.TRANSIENT));

    assertThatThrownBy(fixture::inQa).isInstanceOf(TriggerRefusedException.class);
    assertThat(repository.calls()).doesNotContain("write");
  }

  @Test
  void targetThatCannotBeReadIsToldBeforeAnythingIsWritten() {
    promoting(true, true);
    PromotionPlan plan =
        new Preview(
                fixture.repositories(),
                fixture.editor,
                trigger(),
                failingAtTheThirdListing().check(trigger()))
            .plan();

    assertThat(plan.problems())
        .extracting(Problem::code)
        .contains(ProblemCode.REPOSITORY_UNREACHABLE);
  }

  private Preflight failingAtTheThirdListing() {
    int[] listed = {0};
    repository.before(
        "files",
        () -> {
          if (++listed[0] == 2) {
            throw PromoterFixture.fault(Fault.TRANSIENT);
          }
        });
    return fixture.preflight();
  }

  @Test
  void sourceIsTheOneThatHasLostAFileWhereSeveralCouldBe() {
    repository.commit("same", Map.of("envs/qa/values.yaml", "tag: 2"));
    repository.commit(
        "twin", Map.of("envs/twin/values.yaml", "tag: 2", "envs/twin/old.yaml", "old"));
    fixture.catalog.application(
        dev.promotion.product.Application.builder("shop-twin")
            .product("shop")
            .environment("dev")
            .source(PromoterFixture.URL.value(), "envs/twin", "main")
            .build());
    promoting(true, true);

    assertThat(fixture.inQa().plan().source().application()).hasToString("shop-dev");
  }

  @Test
  void whatAllFilesMeanIsToldByTheTemplateThatGoesFirst() {
    TemplateContent tag = TemplateContent.of(PromotedFile.of("values.yaml", "$.tag"));
    TemplateContent everything = new TemplateContent(none(), List.of(), all(true, true));

    EffectiveTemplate filesFirst = merged(named("a", 1, tag), named("b", 2, everything));
    EffectiveTemplate allFirst = merged(named("a", 2, tag), named("b", 1, everything));

    assertThat(filesFirst.files()).hasSize(1);
    assertThat(filesFirst.prunes()).isTrue();
    assertThat(filesFirst.promotesEverything()).isTrue();
    assertThat(filesFirst.isUnconfirmed()).isFalse();
    assertThat(filesFirst.warnings()).isEmpty();
    assertThat(allFirst.files()).isEmpty();
    assertThat(allFirst.allFiles().orElseThrow().template()).hasValue(new TemplateName("b"));
    assertThat(allFirst.warnings()).isEmpty();
    assertThat(merged(named("a", 1, tag)).isUnconfirmed()).isFalse();
    assertThat(merged(named("a", 1, tag)).prunes()).isFalse();
    assertThat(merged().isUnconfirmed()).isTrue();
  }

  @Test
  void tiesOverAllFilesAreWarnedOf() {
    TemplateContent tag = TemplateContent.of(PromotedFile.of("values.yaml", "$.tag"));
    TemplateContent everything = new TemplateContent(none(), List.of(), all(true, true));
    TemplateContent less = new TemplateContent(none(), List.of(), all(true, false));

    assertThat(merged(named("a", 1, tag), named("b", 1, everything)).warnings())
        .singleElement()
        .satisfies(
            tie -> {
              assertThat(tie.code()).isEqualTo(ProblemCode.TEMPLATE_TIE);
              assertThat(tie.message()).contains("differ in promotion of values.yaml; a goes");
            });
    assertThat(merged(named("a", 1, everything), named("b", 1, tag)).warnings())
        .singleElement()
        .satisfies(tie -> assertThat(tie.message()).contains("differ in allFiles; a goes"));
    assertThat(merged(named("a", 1, everything), named("b", 1, less)).warnings()).hasSize(1);
    assertThat(merged(named("a", 1, less), named("b", 1, less)).warnings()).isEmpty();
  }

  @Test
  void aCargoThatOnlyDeletesIsNotEmpty() {
    assertThat(new Cargo(PromoterFixture.URL, List.of(), List.of(), List.of(OLD)).isEmpty())
        .isFalse();
  }

  @Test
  void commitsDifferByWhatTheyDelete() {
    Release release = lands(promoting(true, true).fixture.inQa());
    CommitDraft draft = qa(release).intents().get(0).draft();
    Changes same = new Changes(draft.edits(), draft.removed(), Map.of());

    assertThat(same.areOf(draft)).isTrue();
    assertThat(new Changes(draft.edits(), List.of(), Map.of()).areOf(draft)).isFalse();
    assertThat(new Changes(List.of(), draft.removed(), Map.of()).areOf(draft)).isFalse();
  }

  @Test
  void allFilesMayBeNoneButThoseThatAreNamed() {
    template("tags", 1, TemplateContent.of(PromotedFile.of("values.yaml", "$.tag")));
    promoting(true, false);

    assertThat(fixture.inQa().plan().cargo().files()).isEmpty();
  }

  @Test
  void allFilesAreMeantOrPruned() {
    assertThatThrownBy(() -> new AllFiles(false, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("neither says that all files are promoted");
  }

  @Test
  void filesAndAllFilesContradictEachOther() {
    List<PromotedFile> files = List.of(PromotedFile.of("values.yaml", "*"));

    assertThatThrownBy(() -> new TemplateContent(none(), files, all(true, false)))
        .hasMessageContaining("allFiles: is for whole folders, and promotion names files");
    assertThatThrownBy(() -> new TemplateContent(none(), files, all(false, true)))
        .hasMessageContaining("prune: is for whole folders, and promotion names files");
  }

  private static PromotionTemplate named(String name, int priority, TemplateContent content) {
    return new PromotionTemplate(
        new TemplateName(name), LabelSelector.everything(), priority, content);
  }

  private static EffectiveTemplate merged(PromotionTemplate... templates) {
    return EffectiveTemplate.matching(List.of(templates), "application shop", Map.of());
  }
}
