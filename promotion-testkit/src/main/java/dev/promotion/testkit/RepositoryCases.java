package dev.promotion.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.promotion.port.Contents;
import dev.promotion.port.Fault;
import dev.promotion.port.PortException;
import dev.promotion.port.Repository;
import dev.promotion.problem.ProblemCode;
import dev.promotion.repository.BlobId;
import dev.promotion.repository.BranchName;
import dev.promotion.repository.CommitDraft;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.FileEdit;
import dev.promotion.repository.FileEntry;
import dev.promotion.repository.FileMode;
import dev.promotion.repository.Person;
import dev.promotion.repository.RepositoryPath;
import dev.promotion.testkit.RepositoryFixture.ObjectKind;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What all chapters of the {@link RepositoryContract} share. */
interface RepositoryCases {

  /** An id that no repository has. */
  CommitId NOWHERE = new CommitId("badc0ffeebadc0ffeebadc0ffeebadc0ffeebadc");

  Person PROMOTER = new Person("Promotion", "promotion@example.com");
  Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

  /** Contents for a commit that needs none, because the repository has them all. */
  Contents NONE =
      blob -> {
        throw new AssertionError("content " + blob + " was asked for without need");
      };

  /** Returns the repository of the present test. */
  RepositoryFixture fixture();

  default Repository repository() {
    return fixture().repository();
  }

  default Outsider outsider() {
    return new Outsider(fixture());
  }

  /** Stores a content, so that a commit can name it. */
  default BlobId stored(String text) {
    return new BlobId(fixture().store(ObjectKind.BLOB, text.getBytes(UTF_8)));
  }

  default List<FileEntry> files(CommitId commit, String folder) {
    return repository().files(commit, new RepositoryPath(folder));
  }

  default String text(CommitId commit, String path) {
    List<FileEntry> entries =
        files(commit, "").stream().filter(entry -> entry.path().equals(path)).toList();
    assertThat(entries).as("the file " + path).hasSize(1);
    return new String(repository().content(entries.get(0).id()), UTF_8);
  }

  static BlobId id(String text) {
    return new BlobId(GitObjects.id(ObjectKind.BLOB, text.getBytes(UTF_8)));
  }

  static FileEdit edit(String path, String text) {
    return new FileEdit(new RepositoryPath(path), FileMode.REGULAR, id(text));
  }

  static FileEdit executable(String path, String text) {
    return new FileEdit(new RepositoryPath(path), FileMode.EXECUTABLE, id(text));
  }

  static CommitDraft draft(CommitId parent, FileEdit... edits) {
    return new CommitDraft(
        new BranchName("main"), parent, List.of(edits), PROMOTER, NOON, "promote\n");
  }

  /** Returns contents that know exactly these texts. */
  static Contents texts(String... texts) {
    return blob -> {
      for (String text : texts) {
        if (id(text).equals(blob)) {
          return text.getBytes(UTF_8);
        }
      }
      throw new AssertionError("content " + blob + " was asked for without need");
    };
  }

  static void assertRefused(ThrowingCallable call, Fault fault, ProblemCode code) {
    PortException refused = assertFault(call, fault);
    assertThat(refused.code()).isEqualTo(code);
  }

  static PortException assertFault(ThrowingCallable call, Fault fault) {
    PortException refused = catchThrowableOfType(PortException.class, call);
    assertThat(refused).as("a refusal").isNotNull();
    assertThat(refused.fault()).isEqualTo(fault);
    assertThat(refused.problem().message()).isNotBlank();
    return refused;
  }
}
