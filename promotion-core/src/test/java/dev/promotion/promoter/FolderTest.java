package dev.promotion.promoter;

import static dev.promotion.problem.ProblemCode.PATH_CASE_CLASH;
import static dev.promotion.problem.ProblemCode.PATH_NOT_REGULAR;
import static dev.promotion.problem.ProblemCode.PATH_TYPE_CHANGE;
import static dev.promotion.problem.ProblemCode.PATH_UNICODE_CLASH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.fixture.ReleaseStory;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.release.CargoFile;
import dev.promotion.repository.FileEntry;
import dev.promotion.repository.FileMode;
import dev.promotion.repository.RepositoryPath;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FolderTest {

  @Nested
  class ItsFiles {

    private final Folder folder = folder("values.yaml", "templates/app.yaml");

    @Test
    void areHeldOnlyWithTheSameContentAndMode() {
      assertThat(folder.holds(file("values.yaml"))).isTrue();
      assertThat(folder.holds(file("other.yaml"))).isFalse();
      assertThat(folder.holds(file("values.yaml", FileMode.EXECUTABLE, 1))).isFalse();
      assertThat(folder.holds(file("values.yaml", FileMode.REGULAR, 2))).isFalse();
    }

    @Test
    void agreeWithThoseOfAnotherWhereBothAreTheSameOrMissing() {
      Folder other = folder("values.yaml", "more.yaml");
      Folder changed =
          new Folder(
              List.of(new FileEntry("values.yaml", FileMode.EXECUTABLE, ReleaseStory.blob(1))));

      assertThat(folder.agreesWith(other, new RepositoryPath("values.yaml"))).isTrue();
      assertThat(folder.agreesWith(other, new RepositoryPath("nowhere.yaml"))).isTrue();
      assertThat(folder.agreesWith(other, new RepositoryPath("more.yaml"))).isFalse();
      assertThat(folder.agreesWith(other, new RepositoryPath("templates/app.yaml"))).isFalse();
      assertThat(folder.agreesWith(changed, new RepositoryPath("values.yaml"))).isFalse();
    }

    @Test
    void areRemovableUnlessTheyAreLinksOrGitsOwn() {
      Folder odd =
          new Folder(
              List.of(
                  new FileEntry("a", FileMode.EXECUTABLE, ReleaseStory.blob(1)),
                  new FileEntry("link", FileMode.SYMBOLIC_LINK, ReleaseStory.blob(1)),
                  new FileEntry(".gitattributes", FileMode.REGULAR, ReleaseStory.blob(1))));

      assertThat(odd.removable()).containsExactly(new RepositoryPath("a"));
    }

    @Test
    void areGoneWithoutThemButLinksStay() {
      Folder odd =
          new Folder(
              List.of(
                  new FileEntry("a", FileMode.REGULAR, ReleaseStory.blob(1)),
                  new FileEntry("b", FileMode.REGULAR, ReleaseStory.blob(1)),
                  new FileEntry("link", FileMode.SYMBOLIC_LINK, ReleaseStory.blob(1))));

      Folder left = odd.without(List.of(new RepositoryPath("a"), new RepositoryPath("link")));

      assertThat(left.entry("a")).isEmpty();
      assertThat(left.entry("b")).isPresent();
      assertThat(left.entry("link")).isPresent();
      assertThat(odd.without(List.of())).isSameAs(odd);
    }

    @Test
    void areNoneInAnEmptyFolder() {
      assertThat(folder().isEmpty()).isTrue();
      assertThat(folder.isEmpty()).isFalse();
    }
  }

  @Nested
  class AFile {

    @ParameterizedTest
    @CsvSource({"values.yaml", "new.yaml", "templates/new.yaml", "a/b/c/new.yaml", "Größe.yaml"})
    void hasRoomAsTheSameFileOrANewOne(String path) {
      assertThat(folder("values.yaml", "templates/app.yaml").obstacle(file(path))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"SYMBOLIC_LINK", "SUBMODULE"})
    void doesNotReplaceALinkOrASubmodule(FileMode mode) {
      assertThat(obstacle(file("a/b"), new FileEntry("a/b", mode, ReleaseStory.blob(1))))
          .isEqualTo(
              new Problem(
                  PATH_NOT_REGULAR,
                  "'a/b'",
                  "is a link or a submodule; rename or remove one of them"));
    }

    @ParameterizedTest
    @EnumSource(names = {"SYMBOLIC_LINK", "SUBMODULE"})
    void doesNotGoThroughALinkOrASubmodule(FileMode mode) {
      assertThat(obstacle(file("a/b/c"), new FileEntry("a", mode, ReleaseStory.blob(1))))
          .isEqualTo(
              new Problem(
                  PATH_NOT_REGULAR,
                  "'a/b/c'",
                  "lies behind the link or submodule a; rename or remove one of them"));
    }

    @Test
    void doesNotReplaceAFolder() {
      assertThat(folder("a/b/c").obstacle(file("a/b")))
          .hasValue(
              new Problem(
                  PATH_TYPE_CHANGE, "'a/b'", "is a folder here; rename or remove one of them"));
    }

    @Test
    void doesNotLieBelowAFile() {
      assertThat(folder("a/b").obstacle(file("a/b/c/d")))
          .hasValue(
              new Problem(
                  PATH_TYPE_CHANGE,
                  "'a/b/c/d'",
                  "lies below the file a/b; rename or remove one of them"));
    }

    @ParameterizedTest
    @CsvSource({
      "values.yaml, Values.yaml",
      "a/b, A/b",
      "a/b, A/c",
      "a/b/c, a/B",
      "a/B/x, a/b/c",
      "straße, STRASSE",
      "\u00e9, E\u0301"
    })
    void doesNotDifferOnlyInCase(String there, String promoted) {
      clashes(there, promoted, PATH_CASE_CLASH, "upper and lower case");
    }

    @ParameterizedTest
    @CsvSource({"caf\u00e9, cafe\u0301", "cafe\u0301/x, caf\u00e9/y", "\u212b, \u00c5"})
    void doesNotDifferOnlyInHowItsCharactersAreComposed(String there, String promoted) {
      clashes(there, promoted, PATH_UNICODE_CLASH, "how its characters are composed");
    }

    private static void clashes(String there, String promoted, ProblemCode code, String what) {
      assertThat(folder(there).obstacle(file(promoted)))
          .hasValueSatisfying(
              problem -> {
                assertThat(problem.code()).isEqualTo(code);
                assertThat(problem.place()).isEqualTo("'" + promoted + "'");
                assertThat(problem.message())
                    .startsWith("differs from '")
                    .endsWith(" only in " + what + "; rename or remove one of them");
              });
    }

    @Test
    void hasRoomBesideOthersOfItsFolder() {
      assertThat(folder("a/b/c", "a/b/d", "a/e").obstacle(file("a/b/f"))).isEmpty();
    }

    @Test
    void namesTheSpellingThatIsThere() {
      assertThat(folder("templates/App.yaml").obstacle(file("Templates/App.yaml")))
          .map(Problem::message)
          .hasValueSatisfying(
              message -> assertThat(message).startsWith("differs from 'templates'"));
    }
  }

  private static Problem obstacle(CargoFile file, FileEntry... there) {
    return new Folder(List.of(there)).obstacle(file).orElseThrow();
  }

  private static Folder folder(String... paths) {
    Stream<FileEntry> entries =
        Arrays.stream(paths)
            .map(path -> new FileEntry(path, FileMode.REGULAR, ReleaseStory.blob(1)));
    return new Folder(entries.toList());
  }

  private static CargoFile file(String path) {
    return file(path, FileMode.REGULAR, 1);
  }

  private static CargoFile file(String path, FileMode mode, int content) {
    return new CargoFile(new RepositoryPath(path), mode, ReleaseStory.blob(content));
  }
}
