package dev.promotion.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.ProblemCode;
import dev.promotion.repository.RepositoryPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilePatternTest {

  @ParameterizedTest
  @CsvSource({
    "values.yaml, values.yaml, true",
    "values.yaml, Values.yaml, false",
    "values.yaml, helm/values.yaml, false",
    "*.yaml, values.yaml, true",
    "*.yaml, .yaml, true",
    "*.yaml, helm/values.yaml, false",
    "helm/*.yaml, helm/values.yaml, true",
    "helm/*.yaml, helm/a/values.yaml, false",
    "*/values.yaml, a/values.yaml, true",
    "**/values.yaml, values.yaml, true",
    "**/values.yaml, a/b/values.yaml, true",
    "**/values.yaml, a/b/values.yml, false",
    "a/**/c, a/c, true",
    "a/**/c, a/b/b/c, true",
    "a/**/c, a/b/b/d, false",
    "a/**, a, true",
    "a/**, a/b/c, true",
    "**, a/b, true",
    "values-?.yaml, values-a.yaml, true",
    "values-?.yaml, values-.yaml, false",
    "v*s*.yaml, values.yaml, true",
    "v*s*x.yaml, values.yaml, false",
    "a*, b, false"
  })
  void aPatternNamesFiles(String pattern, String file, boolean matches) {
    assertThat(new FilePattern(pattern).matches(new RepositoryPath(file))).isEqualTo(matches);
  }

  @Test
  void aPathIsNoPattern() {
    assertThat(new FilePattern("a[b].yaml").isPattern()).isFalse();
    assertThat(new FilePattern("a*").isPattern()).isTrue();
    assertThat(new FilePattern("a?")).hasToString("a?");
    assertThat(new FilePattern("a?").isPattern()).isTrue();
    assertThat(new FilePattern("a")).isLessThan(new FilePattern("b"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', REQUIRED",
    "../values.yaml, PATH_ESCAPE",
    "/values.yaml, PATH_ABSOLUTE",
    "a\\b, PATH_BACKSLASH",
    "./a, PATH_NOT_CANONICAL",
    ".git/config, PATH_GIT_INTERNAL",
    "a/**/.gitattributes, PATH_GIT_INTERNAL"
  })
  void whatCouldNeverNameASafeFileIsRefused(String pattern, ProblemCode code) {
    assertThatExceptionOfType(InvalidDefinitionException.class)
        .isThrownBy(() -> new FilePattern(pattern))
        .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
  }

  @Test
  void aHostilePatternIsAnsweredSoon() {
    FilePattern pattern = new FilePattern("**/a/**/a/**/a/**/a/**/a/**/a/**/b");
    String deep = "a/".repeat(1_000) + "c";

    assertThat(pattern.matches(new RepositoryPath(deep))).isFalse();
    assertThat(new FilePattern("*a".repeat(100) + "b").matches(new RepositoryPath("a".repeat(255))))
        .isFalse();
  }
}
