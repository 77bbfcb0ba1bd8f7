package dev.promotion.testkit;

import dev.promotion.port.Fault;
import dev.promotion.port.PortException;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.repository.BlobId;
import dev.promotion.repository.BranchHead;
import dev.promotion.repository.BranchName;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.FileEntry;
import dev.promotion.repository.RepositoryPath;
import dev.promotion.repository.Revision;
import dev.promotion.testkit.GitTree.Entry;
import dev.promotion.testkit.RepositoryFixture.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads branches, commits and files from memory. */
final class GitReader {

  private final GitMemory memory;

  GitReader(GitMemory memory) {
    this.memory = memory;
  }

  BranchHead head(Revision revision) {
    BranchName branch = revision.branch().orElseGet(memory::defaultBranch);
    return memory
        .head(branch)
        .map(commit -> new BranchHead(branch, commit))
        .orElseThrow(
            () ->
                missing(
                    ProblemCode.BRANCH_NOT_FOUND,
                    "branch '" + branch + "' does not exist; create it with a first commit"));
  }

  GitCommit commit(CommitId commit) {
    return memory
        .objects()
        .commit(commit.value())
        .orElseThrow(
            () ->
                missing(
                    ProblemCode.COMMIT_NOT_FOUND,
                    "commit " + commit.abbreviated() + " does not exist; was history rewritten?"));
  }

  byte[] content(BlobId blob) {
    return memory
        .objects()
        .get(ObjectKind.BLOB, blob.value())
        .orElseThrow(
            () ->
                missing(
                    ProblemCode.PATH_NO_MATCH,
                    "the content " + blob + " does not exist; was it read somewhere else?"));
  }

  byte[] file(CommitId commit, RepositoryPath path) {
    List<String> parts = path.parts();
    String folder = String.join("/", parts.subList(0, parts.size() - 1));
    return folder(commit, new RepositoryPath(folder))
        .flatMap(tree -> tree.entry(parts.get(parts.size() - 1)))
        .filter(entry -> !entry.isFolder())
        .map(entry -> content(new BlobId(entry.id())))
        .orElseThrow(
            () ->
                missing(
                    ProblemCode.PATH_NO_MATCH,
                    "file '" + path + "' does not exist at " + commit.abbreviated()));
  }

  List<FileEntry> files(CommitId commit, RepositoryPath folder) {
    List<FileEntry> found = new ArrayList<>();
    folder(commit, folder).ifPresent(tree -> list(tree, "", found));
    return List.copyOf(found);
  }

  private void list(GitTree tree, String prefix, List<FileEntry> found) {
    for (Entry entry : tree.entries()) {
      String path = prefix + entry.name();
      if (entry.isFolder()) {
        list(memory.objects().tree(entry.id()).orElse(GitTree.EMPTY), path + "/", found);
      } else {
        found.add(new FileEntry(path, entry.fileMode(), new BlobId(entry.id())));
      }
    }
  }

  private Optional<GitTree> folder(CommitId commit, RepositoryPath folder) {
    Optional<GitTree> tree = memory.objects().tree(commit(commit).tree());
    for (String part : folder.parts()) {
      Optional<Entry> entry = tree.flatMap(each -> each.entry(part));
      if (entry.isPresent() && !entry.get().isFolder()) {
        throw new PortException(
            Fault.REJECTED,
            new Problem(
                ProblemCode.PATH_NOT_REGULAR,
                folder.value(),
                "'" + part + "' is no folder at " + commit.abbreviated() + "; name a real folder"),
            null);
      }
      tree = entry.flatMap(each -> memory.objects().tree(each.id()));
    }
    return tree;
  }

  private static PortException missing(ProblemCode code, String message) {
    return new PortException(Fault.NOT_FOUND, new Problem(code, "", message), null);
  }
}
