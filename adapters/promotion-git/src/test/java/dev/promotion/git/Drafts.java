package dev.promotion.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.promotion.port.Contents;
import dev.promotion.repository.BlobId;
import dev.promotion.repository.BranchName;
import dev.promotion.repository.CommitDraft;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.FileEdit;
import dev.promotion.repository.FileMode;
import dev.promotion.repository.Person;
import dev.promotion.repository.RepositoryPath;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectInserter;

/** Drafts of commits, and the contents that belong to them. */
final class Drafts {

  private Drafts() {}

  static BlobId id(String text) {
    try (ObjectInserter.Formatter formatter = new ObjectInserter.Formatter()) {
      return new BlobId(formatter.idFor(Constants.OBJ_BLOB, text.getBytes(UTF_8)).name());
    }
  }

  static FileEdit edit(String path, String text) {
    return new FileEdit(new RepositoryPath(path), FileMode.REGULAR, id(text));
  }

  static CommitDraft draft(CommitId parent, FileEdit... edits) {
    return new CommitDraft(
        new BranchName("main"),
        parent,
        List.of(edits),
        new Person("Promotion", "promotion@example.com"),
        Instant.parse("2026-01-02T12:00:00Z"),
        "promote\n");
  }

  /** Returns contents that know exactly these texts. */
  static Contents texts(String... texts) {
    return blob ->
        Stream.of(texts)
            .filter(text -> id(text).equals(blob))
            .findFirst()
            .map(text -> text.getBytes(UTF_8))
            .orElseThrow(() -> new AssertionError("asked for " + blob + " without need"));
  }
}
