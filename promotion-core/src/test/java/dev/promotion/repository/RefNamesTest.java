package dev.promotion.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.ProblemCode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefNamesTest {

  static Stream<String> badNames() {
    return Stream.of(
        "",
        "-x",
        "--upload-pack=x",
        "@",
        "a..b",
        "a.lock",
        "a.lock/b",
        "a/b.lock",
        "a b",
        "a~1",
        "a^",
        "a:b",
        "a?b",
        "a*",
        "a[b",
        "a\\b",
        "a@{1}",
        "a.",
        ".a",
        "a/.b",
        "/a",
        "a/",
        "a//b",
        "refs/tags/x",
        "refs/heads/main",
        "a\nb",
        "a\0b",
        "a\tb",
        "a\u007fb",
        "a\u202eb",
        "a\u200bb",
        "0123456789abcdef0123456789abcdef01234567",
        "0123456789ABCDEF0123456789ABCDEF01234567",
        "x".repeat(245),
        "ä".repeat(123));
  }

  @Nested
  class ABranch {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "main",
          "release/1.x",
          "feature/JIRA-1_add#things",
          "a.b",
          "a-",
          "head",
          "größe",
          "0123456789abcdef",
          "main@2",
          "references/x",
          "blocked"
        })
    void isKeptAsItIs(String name) {
      assertThat(new BranchName(name)).hasToString(name);
    }

    @Test
    void mayHave244Bytes() {
      assertThat(new BranchName("ä".repeat(122)).value()).hasSize(122);
    }

    @ParameterizedTest
    @MethodSource("dev.promotion.repository.RefNamesTest#badNames")
    void isRefusedWhereItCouldBeTakenForSomethingElse(String name) {
      assertThatExceptionOfType(InvalidDefinitionException.class)
          .as(name)
          .isThrownBy(() -> new BranchName(name))
          .withMessageStartingWith("branch: '")
          .matches(thrown -> thrown.code() == ProblemCode.REF_NAME);
    }

    @Test
    void isNeverHead() {
      assertThatExceptionOfType(InvalidDefinitionException.class)
          .isThrownBy(() -> new BranchName("HEAD"))
          .withMessage(
              "branch: 'HEAD' cannot be a branch here: it is a name that Git itself uses; give the"
                  + " short name of a branch, like 'main' [REF_NAME]");
    }

    @Test
    void isNeverNull() {
      assertThatNullPointerException().isThrownBy(() -> new BranchName(null)).withMessage("branch");
    }
  }

  @Nested
  class ARevision {

    @Test
    void namesABranch() {
      assertThat(new Revision("release/1.x").branch()).hasValue(new BranchName("release/1.x"));
    }

    @Test
    void namesNoBranchWhereItMeansTheDefaultOne() {
      assertThat(new Revision("HEAD")).isEqualTo(Revision.HEAD).hasToString("HEAD");
      assertThat(Revision.HEAD.branch()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.promotion.repository.RefNamesTest#badNames")
    void isRefusedWhereABranchWouldBe(String name) {
      assertThatExceptionOfType(InvalidDefinitionException.class)
          .as(name)
          .isThrownBy(() -> new Revision(name))
          .withMessageStartingWith("targetRevision: '")
          .matches(thrown -> thrown.code() == ProblemCode.REF_NAME);
    }

    @Test
    void isNeverNull() {
      assertThatNullPointerException()
          .isThrownBy(() -> new Revision(null))
          .withMessage("targetRevision");
    }
  }
}
