package dev.promotion.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.ProblemCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommitPartsTest {

  private static final String FULL = "0123456789abcdef0123456789abcdef01234567";
  private static final BlobId BLOB = new BlobId(FULL);

  @Nested
  class AnId {

    @Test
    void isKeptAsItIs() {
      assertThat(new CommitId(FULL)).hasToString(FULL);
      assertThat(BLOB).hasToString(FULL);
    }

    @Test
    void ofACommitIsShortenedToNineDigits() {
      assertThat(new CommitId(FULL).abbreviated()).isEqualTo("012345678");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "0123456",
          "0123456789ABCDEF0123456789ABCDEF01234567",
          "0123456789abcdef0123456789abcdef0123456",
          "0123456789abcdef0123456789abcdef012345678",
          "g123456789abcdef0123456789abcdef01234567",
          "0123456789abcdef0123456789abcdef0123456\n",
          "٠١٢٣٤٥٦٧٨٩٠١٢٣٤٥٦٧٨٩٠١٢٣٤٥٦٧٨٩٠١٢٣٤٥٦٧٨٩",
          "main"
        })
    void isRefusedUnlessItIsFullAndInLowerCase(String id) {
      assertThatExceptionOfType(InvalidDefinitionException.class)
          .isThrownBy(() -> new CommitId(id))
          .withMessageStartingWith("commit id: '")
          .withMessageEndingWith(
              " is not a full id; give all 40 lower-case hexadecimal digits [SHA_FORM]");
      assertThatExceptionOfType(InvalidDefinitionException.class)
          .isThrownBy(() -> new BlobId(id))
          .withMessageStartingWith("blob id: '")
          .matches(thrown -> thrown.code() == ProblemCode.SHA_FORM);
    }

    @Test
    void isNeverNull() {
      assertThatNullPointerException()
          .isThrownBy(() -> new CommitId(null))
          .withMessage("commit id");
    }
  }

  @Nested
  class AFileMode {

    @ParameterizedTest
    @CsvSource({
      "REGULAR, 100644, true",
      "EXECUTABLE, 100755, true",
      "SYMBOLIC_LINK, 120000, false",
      "SUBMODULE, 160000, false"
    })
    void isAsGitWritesIt(FileMode mode, String octal, boolean file) {
      assertThat(Integer.toOctalString(mode.bits())).isEqualTo(octal);
      assertThat(mode.isFile()).isEqualTo(file);
    }
  }

  @Nested
  class AnEdit {

    @ParameterizedTest
    @EnumSource(names = {"SYMBOLIC_LINK", "SUBMODULE"})
    void isNeverOfALinkOrASubmodule(FileMode mode) {
      RepositoryPath path = new RepositoryPath("a");

      assertThatIllegalArgumentException()
          .isThrownBy(() -> new FileEdit(path, mode, BLOB))
          .withMessage("only a file can be written: a " + mode);
    }

    @Test
    void isNeverOfTheRoot() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new FileEdit(RepositoryPath.ROOT, FileMode.REGULAR, BLOB))
          .withMessage("only a file can be written: . REGULAR");
    }
  }

  @Nested
  class APerson {

    @Test
    void isShownAsGitDoes() {
      assertThat(new Person(" Alice B. ", "alice@example.org"))
          .hasToString("Alice B. <alice@example.org>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<alice", ">alice", "a<b", "a>b", "a\nb", "a\0b", "", " ", "a\u202eb"})
    void isRefusedWhereItWouldBreakTheCommit(String text) {
      assertThatExceptionOfType(InvalidDefinitionException.class)
          .isThrownBy(() -> new Person(text, "a@b"))
          .withMessageStartingWith("person.name: ");
      assertThatExceptionOfType(InvalidDefinitionException.class)
          .isThrownBy(() -> new Person("a", text))
          .withMessageStartingWith("person.email: ");
    }

    @Test
    void isRefusedAboveTwoHundredCharacters() {
      assertThatExceptionOfType(InvalidDefinitionException.class)
          .isThrownBy(() -> new Person("x".repeat(201), "a@b"))
          .matches(thrown -> thrown.code() == ProblemCode.LIMIT);
    }
  }

  @Nested
  class ADraft {

    private final FileEdit edit = edit("a");

    @Test
    void isCutToTheSecondBecauseGitKeepsNoMore() {
      assertThat(draft(List.of(edit)).time()).isEqualTo(Instant.parse("2026-11-23T01:02:03Z"));
    }

    @Test
    void doesNotChangeWithTheListItWasMadeOf() {
      List<FileEdit> edits = new ArrayList<>(List.of(edit));
      CommitDraft draft = draft(edits);

      edits.clear();

      assertThat(draft.edits()).containsExactly(edit);
    }

    @Test
    void setsAtLeastOneFile() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> draft(List.of()))
          .withMessage("a commit sets or deletes at least one file, and each only once");
    }

    @Test
    void setsEachFileOnlyOnce() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> draft(List.of(edit, edit("b"), edit("a"))))
          .withMessage("a commit sets or deletes at least one file, and each only once");
    }

    @Test
    void mayDeleteFilesAndSetNone() {
      RepositoryPath gone = new RepositoryPath("gone");

      assertThat(draft(List.of(), gone).removed()).containsExactly(gone);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> draft(List.of(edit), new RepositoryPath("a")));
      assertThatIllegalArgumentException().isThrownBy(() -> draft(List.of(), gone, gone));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> draft(List.of(edit), RepositoryPath.ROOT));
    }

    private static FileEdit edit(String path) {
      return new FileEdit(new RepositoryPath(path), FileMode.REGULAR, BLOB);
    }

    private static CommitDraft draft(List<FileEdit> edits, RepositoryPath... removed) {
      return new CommitDraft(
          new BranchName("main"),
          new CommitId(FULL),
          edits,
          List.of(removed),
          new Person("Alice", "alice@example.org"),
          Instant.parse("2026-11-23T01:02:03.987654321Z"),
          "promote");
    }
  }
}
