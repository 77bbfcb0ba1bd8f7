package dev.promotion.promoter;

import static dev.promotion.promoter.PromoterFixture.PLACE;
import static dev.promotion.promoter.PromoterFixture.QA;
import static dev.promotion.promoter.PromoterFixture.SHOP_QA;
import static dev.promotion.promoter.PromoterFixture.qa;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.promotion.fixture.FakeRepository;
import dev.promotion.port.FileValues;
import dev.promotion.port.FoundValues;
import dev.promotion.port.HealthStatus;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.release.ApplicationPhase;
import dev.promotion.release.Cargo;
import dev.promotion.release.CargoValues;
import dev.promotion.release.EventCodec;
import dev.promotion.release.PromotedValue;
import dev.promotion.release.Release;
import dev.promotion.release.ReleaseEvent.ApplicationFailed;
import dev.promotion.release.ReleaseEvent.NothingToChange;
import dev.promotion.release.ReleaseEvent.ReleaseStarted;
import dev.promotion.release.ReleaseId;
import dev.promotion.release.ReleasePlan;
import dev.promotion.release.ReleaseStatus;
import dev.promotion.release.Target;
import dev.promotion.repository.FileMode;
import dev.promotion.repository.RepositoryPath;
import dev.promotion.template.JsonPath;
import dev.promotion.template.NormalizedPath;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What holds of a release that carries values inside files. */
class PromotedValuesTest {

  private static final String QA_FILE = "envs/qa/values.yaml";
  private static final ReleaseId OTHER = new ReleaseId("f".repeat(24));

  private final PromoterFixture fixture = new PromoterFixture();
  private final FakeRepository repository = fixture.repository;
  private final Commits commits = new Commits(fixture.repositories(), fixture.editor);
  private Release release = fixture.inQa(List.of(values("values.yaml", value("tag", "2"))));

  private static CargoValues values(String path, PromotedValue... values) {
    return new CargoValues(new RepositoryPath(path), List.of(values));
  }

  private static PromotedValue value(String name, String source) {
    return new PromotedValue(new NormalizedPath("$." + name), source, false);
  }

  private Commits.Move next() {
    Place place = new Place(release.id(), QA, SHOP_QA);
    return commits.next(release, new Action.Commit(place, true), fixture.clock.now());
  }

  private void lands() {
    Commits.Move move = next();
    move.event().ifPresent(event -> release = fixture.append(release, event));
    commits.write(release, PLACE, move.send().orElseThrow());
  }

  private Problem failure() {
    return ((ApplicationFailed) next().event().orElseThrow()).reason();
  }

  @Test
  void onlyTheValuesChange() {
    repository.commit("others", Map.of(QA_FILE, "replicas: 3\ntag: 1\n# kept"));

    lands();

    assertThat(repository.text(QA_FILE)).isEqualTo("replicas: 3\ntag: 2\n# kept");
    assertThat(repository.text("envs/production/values.yaml")).isEqualTo("tag: 1");
  }

  @Test
  void valueThatIsThereAlreadyIsNoChange() {
    repository.commit("by hand", Map.of(QA_FILE, "tag: 2"));

    assertThat(next().event()).hasValue(new NothingToChange(QA, SHOP_QA, repository.head()));
  }

  @Test
  void changeOfAnotherValueInTheFileIsKept() {
    Commits.Move first = next();
    release = fixture.append(release, first.event().orElseThrow());
    repository.commit("others", Map.of(QA_FILE, "tag: 1\nreplicas: 3"));

    lands();

    assertThat(repository.text(QA_FILE)).isEqualTo("tag: 2\nreplicas: 3");
    assertThat(qa(release).intents()).hasSize(2);
  }

  @Test
  void changeOfThePromotedValueByOthersIsNotOverwritten() {
    repository.commit("hotfix", Map.of(QA_FILE, "tag: 7"));

    assertThat(failure().code()).isEqualTo(ProblemCode.EDITED_OUTSIDE);
    assertThat(failure().message())
        .contains(QA_FILE + " was changed by Bob <bob@example.org> in commit " + repository.head());
  }

  @Test
  void valueThatOthersRemovedIsNotPutBack() {
    repository.commit("removed", Map.of(QA_FILE, "replicas: 3"));

    assertThat(failure().code()).isEqualTo(ProblemCode.EDITED_OUTSIDE);
  }

  @Test
  void fileThatOthersReplacedByALinkIsNotPutBack() {
    repository.commit("link", QA_FILE, FileMode.SYMBOLIC_LINK);

    assertThat(failure().code()).isEqualTo(ProblemCode.EDITED_OUTSIDE);
  }

  @Test
  void fileThatOthersRemovedIsNotPutBack() {
    repository.commit("removed", Map.of(QA_FILE, ""));

    assertThat(failure().code()).isEqualTo(ProblemCode.EDITED_OUTSIDE);
  }

  @Test
  void placeThatIsMissingIsToldWithTheFile() {
    release = fixture.inQa(OTHER, List.of(values("values.yaml", value("limit", "5"))));

    Problem reason = failure();

    assertThat(reason.code()).isEqualTo(ProblemCode.PATH_NO_MATCH);
    assertThat(reason.message()).isEqualTo(QA_FILE + ":1:1 $.limit finds nothing; add it");
  }

  @Test
  void bytesAreWorkedOutAgainAfterACrash() {
    Commits.Move first = next();
    release = fixture.append(release, first.event().orElseThrow());

    Commits.Move again = next();
    commits.write(release, PLACE, again.send().orElseThrow());

    assertThat(again.event()).isEmpty();
    assertThat(repository.head()).isEqualTo(first.send().orElseThrow().commit().id());
    assertThat(repository.text(QA_FILE)).isEqualTo("tag: 2");
  }

  @Test
  void editorThatWritesInAnotherWayAfterACrashMakesTheCommitAnew() {
    release = fixture.append(release, next().event().orElseThrow());
    Commits newer = new Commits(fixture.repositories(), new Padding(fixture.editor));

    Commits.Move move = newer.next(release, new Action.Commit(PLACE, true), fixture.clock.now());

    release = fixture.append(release, move.event().orElseThrow());
    assertThat(qa(release).intents()).hasSize(2);
    assertThat(qa(release).intents().get(0).draft().parent())
        .isEqualTo(qa(release).intents().get(1).draft().parent());
  }

  @Test
  void laterRevisionMayChangeOtherValuesOnly() {
    lands();
    repository.commit("scale", Map.of(QA_FILE, "tag: 2\nreplicas: 9"));

    Release promoted = fixture.visit(release).run(Duration.ofSeconds(1)).release();

    assertThat(qa(promoted).phase()).isEqualTo(ApplicationPhase.STABILIZING);
  }

  @Test
  void laterRevisionThatLostTheValueIsNotTakenForThePromotedOne() {
    lands();
    repository.commit("back", Map.of(QA_FILE, "tag: 1"));

    Release stopped = fixture.visit(release).run(Duration.ofSeconds(1)).release();

    assertThat(fixture.healthyAt(repository.head()).health()).isEqualTo(HealthStatus.HEALTHY);
    assertThat(stopped.status()).isEqualTo(ReleaseStatus.FAILED);
    assertThat(qa(stopped).reason()).map(Problem::code).hasValue(ProblemCode.SUPERSEDED);
  }

  @Test
  void recordKeepsWhatOnlyOneTargetGets() {
    ReleasePlan plan = release.plan();
    Cargo own =
        new Cargo(PromoterFixture.URL, List.of(), List.of(values("other.yaml", value("a", "1"))));
    Target first = plan.targets().get(0);
    Target target =
        new Target(first.environment(), first.application(), first.planned(), Optional.of(own));
    Release kept =
        fixture.journal.start(
            new ReleaseStarted(
                OTHER,
                new ReleasePlan(
                    plan.product(),
                    plan.flow(),
                    plan.initiator(),
                    plan.version(),
                    plan.source(),
                    plan.cargo(),
                    List.of(target, plan.targets().get(1)),
                    plan.stableFor(),
                    plan.author(),
                    plan.warnings())));

    Release read =
        Release.replay(EventCodec.read(kept.events().stream().map(EventCodec::write).toList()));

    assertThat(read.plan().cargoOf(read.plan().targets().get(0))).isEqualTo(own);
    assertThat(read.plan().cargoOf(read.plan().targets().get(1))).isEqualTo(plan.cargo());
    assertThat(read.plan().cargos()).containsExactly(plan.cargo(), own);
    assertThat(own.isEmpty()).isFalse();
    assertThat(new Cargo(PromoterFixture.URL, List.of()).isEmpty()).isTrue();
  }

  @Test
  void nothingCannotBePromoted() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> values("values.yaml"))
        .withMessage("no value of values.yaml is promoted");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NormalizedPath("a"))
        .withMessage("a normalized path begins with $: a");
  }

  @Test
  void recordKeepsTheSourceTexts() {
    PromotedValue odd =
        new PromotedValue(new NormalizedPath("$['a b'][0]"), "\"3.0\"\n  # x", true);
    Release kept =
        new PromoterFixture().inQa(List.of(values("charts/a.yaml", odd, value("tag", "0x1F"))));

    Release read =
        Release.replay(EventCodec.read(kept.events().stream().map(EventCodec::write).toList()));

    assertThat(read.plan().cargo()).isEqualTo(kept.plan().cargo());
    assertThat(read.plan().cargo().values().get(0).values())
        .containsExactly(odd, value("tag", "0x1F"));
  }

  /** Adds a byte to what another one writes. */
  private record Padding(FileValues real) implements FileValues {

    @Override
    public FoundValues find(RepositoryPath file, byte[] content, List<JsonPath> paths) {
      return real.find(file, content, paths);
    }

    @Override
    public byte[] put(RepositoryPath file, byte[] content, List<PromotedValue> values) {
      byte[] put = real.put(file, content, values);
      return Arrays.copyOf(put, put.length + 1);
    }
  }
}
