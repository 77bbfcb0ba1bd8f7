package dev.promotion.promoter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.promotion.fixture.FakeRepository;
import dev.promotion.fixture.ReleaseStory;
import dev.promotion.internal.Problems;
import dev.promotion.port.Repository;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.product.ApplicationSource;
import dev.promotion.release.Cargo;
import dev.promotion.release.CargoFile;
import dev.promotion.repository.FileEntry;
import dev.promotion.repository.FileMode;
import dev.promotion.repository.RepositoryPath;
import dev.promotion.repository.Revision;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
                "10001 files are to be promoted, the limit is 10000; name a smaller folder"));
  }

  private Cargo read() {
    return new CargoReader(url -> repository).read(source, repository.head(), problems, warnings);
  }

  private Cargo reading(int count) {
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
    return new CargoReader(url -> many).read(source, ReleaseStory.commit(1), problems, warnings);
  }
}
