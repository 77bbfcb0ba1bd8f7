package dev.promotion.promoter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.promotion.fixture.FakeRepository;
import dev.promotion.fixture.LineValues;
import dev.promotion.fixture.ReleaseStory;
import dev.promotion.internal.Problems;
import dev.promotion.port.Repository;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.product.ApplicationSource;
import dev.promotion.release.Cargo;
import dev.promotion.release.CargoFile;
import dev.promotion.release.CargoValues;
import dev.promotion.release.PromotedValue;
import dev.promotion.release.Version;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.FileEntry;
import dev.promotion.repository.FileMode;
import dev.promotion.repository.RepositoryPath;
import dev.promotion.repository.Revision;
import dev.promotion.template.FilePattern;
import dev.promotion.template.JsonPath;
import dev.promotion.template.NormalizedPath;
import dev.promotion.template.PromotedFile;
import dev.promotion.template.VersionSource;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CargoReaderTest {

  private static final String PLACE = "https://git.example/acme/shop main:envs/dev";

  private final FakeRepository repository = new FakeRepository();
  private final ApplicationSource source =
      new ApplicationSource(
          PromoterFixture.URL, new RepositoryPath("envs/dev"), new Revision("main"));
  private final Problems problems = new Problems();
  private final List<Problem> warnings = new ArrayList<>();

  @Test
  void readsEveryFileBelowTheSourcePath() {
    repository.commit(
        "chart", Map.of("envs/dev/values.yaml", "tag: 1", "envs/qa/values.yaml", "x"));
    repository.commit("script", "envs/dev/bin/run.sh", FileMode.EXECUTABLE);

    Cargo cargo = read();

    assertThat(cargo.repository()).isEqualTo(PromoterFixture.URL);
    assertThat(cargo.files())
        .extracting(CargoFile::path, CargoFile::mode)
        .containsExactly(
            tuple(new RepositoryPath("bin/run.sh"), FileMode.EXECUTABLE),
            tuple(new RepositoryPath("values.yaml"), FileMode.REGULAR));
    assertThat(problems.list()).isEmpty();
    assertThat(warnings).isEmpty();
  }

  @Test
  void leavesGitsOwnFilesBehindWithAWarning() {
    repository.commit(
        "chart", Map.of("envs/dev/values.yaml", "tag: 1", "envs/dev/.gitattributes", "* text"));

    assertThat(read().files()).hasSize(1);
    assertThat(problems.list()).isEmpty();
    assertThat(warnings)
        .containsExactly(
            new Problem(
                ProblemCode.GIT_FILE_LEFT_OUT,
                PLACE,
                "'.gitattributes' is one of Git's own files, so it is not promoted"));
  }

  @ParameterizedTest
  @CsvSource({"nul.txt, PATH_CHARSET", "a./b, PATH_CHARSET", "a\\b, PATH_BACKSLASH"})
  void refusesAnUnsafeName(String name, ProblemCode code) {
    repository.commit("chart", Map.of("envs/dev/" + name, "x", "envs/dev/values.yaml", "tag: 1"));

    assertThat(read().files()).hasSize(1);
    assertThat(problems.list())
        .singleElement()
        .matches(problem -> problem.code() == code)
        .matches(problem -> problem.place().equals(PLACE + ": path"))
        .matches(problem -> problem.message().startsWith("'" + name + "' "));
  }

  @ParameterizedTest
  @EnumSource(names = {"SYMBOLIC_LINK", "SUBMODULE"})
  void refusesALinkOrASubmodule(FileMode mode) {
    repository.commit("link", "envs/dev/link", mode);

    read();

    assertThat(problems.list())
        .contains(
            new Problem(
                ProblemCode.PATH_NOT_REGULAR,
                PLACE,
                "'link' is a link or a submodule; it is never read or written, so replace it by a"
                    + " file"));
  }

  @Test
  void refusesFilesThatDifferOnlyInCase() {
    repository.commit("chart", Map.of("envs/dev/a.yaml", "x", "envs/dev/A.yaml", "y"));

    read();

    assertThat(problems.list())
        .hasSize(2)
        .allMatch(problem -> problem.code() == ProblemCode.PATH_CASE_CLASH)
        .allMatch(problem -> problem.place().startsWith(PLACE));
  }

  @Test
  void refusesAFolderWithoutFiles() {
    read();

    assertThat(problems.list())
        .containsExactly(
            new Problem(
                ProblemCode.PATH_NO_MATCH,
                PLACE,
                "there is no file to promote at commit "
                    + repository.head().abbreviated()
                    + "; check spec.source of the application"));
  }

  @Test
  void readsTenThousandFilesAndNotOneMore() {
    assertThat(reading(10_000).files()).hasSize(10_000);
    assertThat(problems.list()).isEmpty();

    assertThat(reading(10_001).files()).isEmpty();
    assertThat(problems.list())
        .containsExactly(
            new Problem(
                ProblemCode.LIMIT,
                PLACE,
                "10001 files are to be promoted, the limit is 10000; name a smaller folder, or"
                    + " fewer files"));
  }

  @Test
  void readsOnlyTheValuesThatATemplateNames() {
    repository.commit(
        "chart", Map.of("envs/dev/values.yaml", "tag: 1\nreplicas: 3", "envs/dev/other.yaml", "x"));

    Cargo cargo = read(PromotedFile.of("values.yaml", "$.tag"));

    assertThat(cargo.isEmpty()).isFalse();
    assertThat(cargo.files()).isEmpty();
    assertThat(cargo.values())
        .containsExactly(
            new CargoValues(
                new RepositoryPath("values.yaml"),
                List.of(new PromotedValue(new NormalizedPath("$.tag"), "1", false))));
    assertThat(problems.list()).isEmpty();
  }

  @Test
  void refusesToPromoteTheValuesOfASecret() {
    repository.commit("chart", Map.of("envs/dev/secret.yaml", "kind: Secret\npassword: hunter2"));

    Cargo cargo = read(PromotedFile.of("secret.yaml", "$.password"));

    assertThat(cargo.isEmpty()).isTrue();
    assertThat(problems.list())
        .extracting(Problem::toString)
        .containsExactly(
            "envs/dev/secret.yaml: holds a Secret of Kubernetes, whose values are not promoted one"
                + " by one because they would stand in the record of the release; promote the whole"
                + " file with '*' [SECRET_VALUE]");
  }

  @Test
  void readsTheWholeFileWhereATemplateSaysSo() {
    repository.commit(
        "chart", Map.of("envs/dev/run.sh", "tag: 2", "envs/dev/values.yaml", "tag: 1"));

    Cargo cargo = read(PromotedFile.of("run.sh", "*"), PromotedFile.of("*.sh", "$.tag"));

    assertThat(cargo.files()).extracting(CargoFile::path).hasToString("[run.sh]");
    assertThat(cargo.values()).isEmpty();
    assertThat(cargo.isEmpty()).isFalse();
  }

  @Test
  void promotesNothingOfAFileThatHasNoneOfTheValues() {
    repository.commit("chart", Map.of("envs/dev/a.yaml", "tag: 1", "envs/dev/b.yaml", "size: 2"));

    Cargo cargo = read(PromotedFile.of("*.yaml", "$.tag"));

    assertThat(cargo.values()).extracting(CargoValues::path).hasToString("[a.yaml]");
  }

  @Test
  void readsAFileThatSeveralPatternsMeanOnce() {
    repository.commit("chart", Map.of("envs/dev/a/values.yaml", "tag: 1\nsize: 2"));

    Cargo cargo =
        read(
            new PromotedFile(
                new FilePattern("*/values.yaml"), List.of(new JsonPath("$.tag")), true),
            PromotedFile.of("a/values.yaml", "$.tag", "$.size"));

    assertThat(cargo.values())
        .singleElement()
        .satisfies(
            values ->
                assertThat(values.values())
                    .containsExactly(
                        new PromotedValue(new NormalizedPath("$.tag"), "1", true),
                        new PromotedValue(new NormalizedPath("$.size"), "2", false)));
  }

  @Test
  void tellsFilesAndValuesThatAreMissing() {
    repository.commit("chart", Map.of("envs/dev/values.yaml", "tag: 1"));

    Cargo cargo =
        read(PromotedFile.of("value.yaml", "$.tag"), PromotedFile.of("values.yaml", "$.none"));

    assertThat(cargo.isEmpty()).isTrue();
    assertThat(problems.list())
        .extracting(Problem::code, Problem::place)
        .containsExactly(
            tuple(ProblemCode.PATH_NO_MATCH, PLACE),
            tuple(ProblemCode.PATH_NO_MATCH, "envs/dev/values.yaml:1:1"));
    assertThat(problems.list().get(0).message())
        .contains("there is no file 'value.yaml'")
        .contains("did you mean 'values.yaml'?");
  }

  @Test
  void refusesALinkWhereATemplateNamesAFile() {
    repository.commit("link", "envs/dev/values.yaml", FileMode.SYMBOLIC_LINK);

    read(PromotedFile.of("values.yaml", "$.tag"));

    assertThat(problems.list()).extracting(Problem::code).contains(ProblemCode.PATH_NOT_REGULAR);
  }

  @Test
  void readsTheVersion() {
    repository.commit("chart", Map.of("envs/dev/Chart.yaml", "appVersion: 2.4.1"));

    assertThat(version("Chart.yaml", "$.appVersion")).hasValue(new Version("2.4.1"));
    assertThat(warnings).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "none.yaml, $.appVersion, there is no such file",
    "Chart.yaml, $.none, that is not one single value",
    "Chart.yaml, $.*, that is not one single value",
    "Chart.yaml, $.long, longer than 100 characters",
  })
  void versionThatCannotBeUsedIsAWarning(String file, String path, String why) {
    repository.commit(
        "chart", Map.of("envs/dev/Chart.yaml", "appVersion: 1\nlong: " + "9".repeat(101)));

    assertThat(version(file, path)).isEmpty();
    assertThat(warnings)
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.code()).isEqualTo(ProblemCode.VERSION_UNKNOWN);
              assertThat(warning.place()).isEqualTo("envs/dev/" + file);
              assertThat(warning.message()).contains("'" + path + "'").contains(why);
            });
  }

  @Test
  void aLinkIsNoVersion() {
    repository.commit("link", "envs/dev/Chart.yaml", FileMode.SYMBOLIC_LINK);

    assertThat(version("Chart.yaml", "$.appVersion")).isEmpty();
  }

  private Optional<Version> version(String file, String path) {
    return reader(repository, repository.head())
        .version(new VersionSource(new RepositoryPath(file), new JsonPath(path)));
  }

  @Test
  void whatIsGoneFromTheRootIsFound() {
    repository.commit("add", Map.of("old.txt", "1"));
    repository.commit("remove", Map.of("old.txt", ""));
    ApplicationSource root =
        new ApplicationSource(PromoterFixture.URL, RepositoryPath.ROOT, Revision.HEAD);
    CargoReader reader =
        new CargoReader(
            url -> repository, new LineValues(), root, repository.head(), problems, warnings);

    Cargo cargo =
        reader.read(
            new Wanted(List.of(), true, true),
            Set.of(new RepositoryPath("old.txt"), new RepositoryPath("own.txt")));

    assertThat(cargo.removed()).containsExactly(new RepositoryPath("old.txt"));
  }

  @Test
  void whatWouldBeTooLongInTheSourceWasNeverThere() {
    RepositoryPath longest =
        new RepositoryPath(("x".repeat(240) + "/").repeat(17).substring(0, 4_090));

    Cargo cargo =
        reader(repository, repository.head())
            .read(new Wanted(List.of(), true, true), Set.of(longest));

    assertThat(cargo.removed()).isEmpty();
  }

  private static Wanted wanted(PromotedFile... promoted) {
    return new Wanted(List.of(promoted), promoted.length == 0, false);
  }

  private Cargo read(PromotedFile... promoted) {
    return reader(repository, repository.head()).read(wanted(promoted), Set.of());
  }

  private CargoReader reader(Repository from, CommitId commit) {
    return new CargoReader(url -> from, new LineValues(), source, commit, problems, warnings);
  }

  @Test
  void readsTenThousandFilesOfAPatternAndNotOneMore() {
    PromotedFile all = PromotedFile.of("f-*", "*");

    assertThat(reading(10_000, all).files()).hasSize(10_000);
    assertThat(problems.list()).isEmpty();

    assertThat(reading(10_001, all).isEmpty()).isTrue();
    assertThat(problems.list()).extracting(Problem::code).containsExactly(ProblemCode.LIMIT);
  }

  private Cargo reading(int count, PromotedFile... promoted) {
    List<FileEntry> entries =
        IntStream.range(0, count)
            .mapToObj(each -> new FileEntry("f-" + each, FileMode.REGULAR, ReleaseStory.blob(each)))
            .toList();
    Repository many =
        (Repository)
            Proxy.newProxyInstance(
                Repository.class.getClassLoader(),
                new Class<?>[] {Repository.class},
                (proxy, method, arguments) -> entries);
    return reader(many, ReleaseStory.commit(1)).read(wanted(promoted), Set.of());
  }
}
