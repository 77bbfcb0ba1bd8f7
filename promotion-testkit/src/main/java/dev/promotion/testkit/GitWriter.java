package dev.promotion.testkit;

import dev.promotion.port.Contents;
import dev.promotion.port.Fault;
import dev.promotion.port.PortException;
import dev.promotion.port.PreparedCommit;
import dev.promotion.port.WriteResult;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.repository.BlobId;
import dev.promotion.repository.CommitDraft;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.FileEdit;
import dev.promotion.testkit.RepositoryFixture.ObjectKind;
import java.util.Optional;

/** Makes commits in memory. */
final class GitWriter {

  private record Prepared(CommitDraft draft, CommitId id, GitObjects added)
      implements PreparedCommit {}

  private final GitMemory memory;
  private final GitReader reader;

  GitWriter(GitMemory memory) {
    this.memory = memory;
    reader = new GitReader(memory);
  }

  PreparedCommit prepare(CommitDraft draft) {
    return prepared(draft);
  }

  /** Works the commit out once more, so that it may come from a wrapper around this repository. */
  WriteResult write(PreparedCommit commit, Contents contents) {
    Prepared prepared = prepared(commit.draft());
    if (!prepared.id().equals(commit.id())) {
      throw new IllegalArgumentException(
          "commit " + commit.id() + " was not prepared by this repository");
    }
    CommitDraft draft = prepared.draft();
    draft.edits().stream()
        .map(FileEdit::blob)
        .distinct()
        .filter(blob -> memory.objects().get(ObjectKind.BLOB, blob.value()).isEmpty())
        .forEach(blob -> prepared.added().put(ObjectKind.BLOB, checked(blob, contents)));
    memory.objects().putAll(prepared.added());
    boolean moved =
        memory.move(draft.branch(), Optional.of(draft.parent()), prepared.id())
            || memory.head(draft.branch()).equals(Optional.of(prepared.id()));
    return moved ? WriteResult.WRITTEN : WriteResult.BRANCH_MOVED;
  }

  private Prepared prepared(CommitDraft draft) {
    GitCommit parent = reader.commit(draft.parent());
    GitObjects added = new GitObjects();
    String tree = new TreeEdits(memory.objects(), added).applied(parent.tree(), draft);
    byte[] commit = GitCommit.of(draft, tree).bytes();
    return new Prepared(draft, new CommitId(added.put(ObjectKind.COMMIT, commit)), added);
  }

  private static byte[] checked(BlobId blob, Contents contents) {
    byte[] content = contents.content(blob);
    if (!GitObjects.id(ObjectKind.BLOB, content).equals(blob.value())) {
      throw new PortException(
          Fault.REJECTED,
          new Problem(
              ProblemCode.REPOSITORY_REJECTED,
              blob.value(),
              "the bytes of a file are not those that its id stands for; read them again"),
          null);
    }
    return content;
  }
}
