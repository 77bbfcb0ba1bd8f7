package dev.promotion.repository;

import static dev.promotion.problem.ProblemCode.PATH_ABSOLUTE;
import static dev.promotion.problem.ProblemCode.PATH_BACKSLASH;
import static dev.promotion.problem.ProblemCode.PATH_CHARSET;
import static dev.promotion.problem.ProblemCode.PATH_ESCAPE;
import static dev.promotion.problem.ProblemCode.PATH_GIT_INTERNAL;
import static dev.promotion.problem.ProblemCode.PATH_LIMIT;
import static dev.promotion.problem.ProblemCode.PATH_NOT_CANONICAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryPathTest {

  @Nested
  class ASafePath {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "values.yaml",
          "helm/values.yaml",
          "envs/qa/chart/templates/deployment.yaml",
          "README",
          "with space/and-dash_and.dots.yaml",
          ".helmignore",
          ".gitignore",
          ".github/workflows/build.yml",
          "git/config",
          "shop.git/config",
          "git~",
          "git~x",
          "grep~1",
          "digit~1",
          "...a",
          "a..b",
          "~/x",
          "-x",
          "condor.txt",
          "com10",
          "console",
          "größe/漢字/🚀.yaml",
          "100%/$(id)/`id`/;rm/{a,b}"
        })
    void isKeptAsItIs(String path) {
      assertThat(RepositoryPath.fault(path)).isEmpty();
      assertThat(new RepositoryPath(path).value()).isEqualTo(path);
    }

    @Test
    void mayHavePartsOf255Bytes() {
      assertThat(RepositoryPath.fault("ä".repeat(127) + "x/y")).isEmpty();
    }

    @Test
    void mayHave4096BytesInAll() {
      assertThat(RepositoryPath.fault("ab/".repeat(1365) + "c")).isEmpty();
    }
  }

  @Nested
  class AnUnsafePath {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "..",
          "../x",
          "../../../.github/workflows/x.yml",
          "a/../../x",
          "a/b/../../../x",
          "./../x",
          "a//../../x"
        })
    void leavesTheFolder(String path) {
      refused(path, PATH_ESCAPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/abs/values.yaml", "//host/share/x"})
    void isAbsolute(String path) {
      refused(path, PATH_ABSOLUTE);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "C:\\x.yaml",
          "C:/x.yaml",
          "c:x.yaml",
          "\\\\host\\x",
          "a\\b.yaml",
          "..\\x",
          "\\"
        })
    void isWrittenForWindows(String path) {
      refused(path, PATH_BACKSLASH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/../b.yaml", "./a", "a//b", "a/", "a/.", ".", "a/./b", "a/.."})
    void isNotInItsOneCanonicalForm(String path) {
      refused(path, PATH_NOT_CANONICAL);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          ".git",
          ".git/config",
          "a/.git/config",
          "a/.git",
          ".GIT/config",
          ".GiT",
          ".git ",
          ".git.",
          ".git . .",
          ".git/",
          "git~1",
          "git~1/x",
          "GIT~1",
          "git~27",
          ".g\u200cit/config",
          "\u200b.git",
          ".git\ufeff",
          ".\u202egit",
          ".g\ud800it",
          ".git::$INDEX_ALLOCATION",
          ".git::$INDEX_ALLOCATION/config",
          ".git:stream",
          "．ｇｉｔ/config",
          ".ｇｉｔ",
          "\u2024git",
          ".ⓖⓘⓣ",
          ".gıt",
          ".git\u00a0",
          ".gitmodules",
          ".GitModules",
          ".gitmodule\u017f",
          "gitmod~1",
          "GITMOD~4",
          "gi7eba~1",
          "gi7eb~10",
          "gi7e~100",
          "gi7~1000",
          "gi~10000",
          "g~100000",
          ".gitattributes",
          "a/.gitattributes",
          ".GITATTRIBUTES ",
          "gitatt~1",
          "GI7D29~1"
        })
    void isOneOfGitsOwnOrADisguiseOfOne(String path) {
      refused(path, PATH_GIT_INTERNAL);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "a.",
          "a./b",
          "a ",
          "a /b",
          " a",
          "a/ b",
          "a/b:c",
          ":a",
          "values.yaml:stream",
          "nul",
          "nul.txt",
          "con",
          "CON",
          "con.txt",
          "con.tar.gz",
          "a/aux/b",
          "aux .txt",
          "prn",
          "com1",
          "COM9.log",
          "com\u00b9",
          "lpt1.yaml",
          "CONIN$",
          "conout$",
          "a\nb",
          "a\rb",
          "a\0b",
          "a\tb",
          "a\u007fb",
          "a\u202eb",
          "a\u200bb",
          "a\ud83d",
          "a\u2028b",
          "a\u3164b"
        })
    void hasWhatSomeFileSystemsDoNotKeep(String path) {
      refused(path, PATH_CHARSET);
    }

    static Stream<String> tooLong() {
      return Stream.of(
          "x".repeat(256),
          "a/" + "ä".repeat(128),
          "ab/".repeat(1365) + "cd",
          "x".repeat(5_000),
          "x".repeat(5_000_000));
    }

    @ParameterizedTest
    @MethodSource
    void tooLong(String path) {
      refused(path, PATH_LIMIT);
    }

    private static void refused(String path, ProblemCode code) {
      assertThat(RepositoryPath.fault(path).map(Problem::code)).as(path).hasValue(code);
      assertThatExceptionOfType(InvalidDefinitionException.class)
          .isThrownBy(() -> new RepositoryPath(path))
          .matches(thrown -> thrown.code() == code);
    }
  }

  @Nested
  class ARefusal {

    @Test
    void saysWhatToGiveInstead() {
      assertThat(RepositoryPath.fault("../x"))
          .hasValueSatisfying(
              problem ->
                  assertThat(problem)
                      .hasToString(
                          "path: '../x' leaves the source folder; give a plain path inside the"
                              + " source folder, like helm/values.yaml [PATH_ESCAPE]"));
    }

    @Test
    void saysThatGitsOwnFilesAreNeverTouched() {
      assertThat(RepositoryPath.fault(".g\u200cit/config"))
          .hasValueSatisfying(
              problem ->
                  assertThat(problem)
                      .hasToString(
                          "path: '.g\\u200Cit/config' is one of Git's own files or looks like one;"
                              + " it is never read or written [PATH_GIT_INTERNAL]"));
    }
  }

  @Nested
  class TheRoot {

    @Test
    void isTheEmptyPathAndShownAsADot() {
      assertThat(new RepositoryPath("")).isEqualTo(RepositoryPath.ROOT).hasToString(".");
      assertThat(RepositoryPath.ROOT.isRoot()).isTrue();
      assertThat(RepositoryPath.ROOT.parts()).isEmpty();
    }

    @Test
    void isWhatArgoCdCallsADot() {
      assertThat(RepositoryPath.folder(".")).isEqualTo(RepositoryPath.ROOT);
      assertThat(RepositoryPath.folder("envs/qa")).isEqualTo(new RepositoryPath("envs/qa"));
    }
  }

  @Nested
  class APathBelowAFolder {

    private final RepositoryPath folder = new RepositoryPath("envs/qa");
    private final RepositoryPath file = new RepositoryPath("values.yaml");

    @Test
    void isJoinedByASlash() {
      assertThat(folder.resolve(file)).hasToString("envs/qa/values.yaml");
    }

    @Test
    void isTheSameBelowTheRoot() {
      assertThat(RepositoryPath.ROOT.resolve(file)).isEqualTo(file);
    }

    @Test
    void isTheFolderItselfForTheRootBelowIt() {
      assertThat(folder.resolve(RepositoryPath.ROOT)).isEqualTo(folder);
    }

    @Test
    void knowsItsParts() {
      assertThat(folder.isRoot()).isFalse();
      assertThat(folder.resolve(file).parts()).containsExactly("envs", "qa", "values.yaml");
    }

    @Test
    void isOrderedByItsText() {
      assertThat(folder).isLessThan(file);
    }
  }

  @Test
  void isNeverNull() {
    assertThatNullPointerException().isThrownBy(() -> new RepositoryPath(null)).withMessage("path");
  }
}
