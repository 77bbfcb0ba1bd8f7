package dev.promotion.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.promotion.port.Clock;
import dev.promotion.port.Contents;
import dev.promotion.port.PreparedCommit;
import dev.promotion.port.Repository;
import dev.promotion.port.WriteResult;
import dev.promotion.repository.BlobId;
import dev.promotion.repository.BranchHead;
import dev.promotion.repository.BranchName;
import dev.promotion.repository.CommitDraft;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.CommitInfo;
import dev.promotion.repository.FileEntry;
import dev.promotion.repository.Person;
import dev.promotion.repository.RepositoryPath;
import dev.promotion.repository.Revision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A Git repository in memory, with real object ids. A test looks into it, and commits to it as
 * somebody else would: {@code shop.commit("main", "raise the tag", Map.of("qa/values.yaml", "tag:
 * 2"))}.
 *
 * <p>Thread-safe. Nothing is lost when several write at once.
 */
public final class InMemoryRepository implements Repository {

  private static final Person SOMEBODY = new Person("Somebody Else", "somebody@example.com");

  private final GitMemory memory;
  private final Clock clock;
  private final GitReader reader;
  private final GitHistory history;
  private final GitWriter writer;

  InMemoryRepository(GitMemory memory, Clock clock) {
    this.memory = memory;
    this.clock = clock;
    reader = new GitReader(memory);
    history = new GitHistory(memory.objects());
    writer = new GitWriter(memory);
  }

  /** Copies the repository; what happens in one is not seen in the other. */
  InMemoryRepository copy(Clock clock) {
    return new InMemoryRepository(new GitMemory(memory), clock);
  }

  /**
   * Commits files as somebody else would, on top of what the branch holds.
   *
   * @param branch short name of the branch; it is created if it does not exist
   * @param message the message
   * @param files the texts of the files by their paths; all else stays
   * @return the commit that the branch is at now
   */
  public CommitId commit(String branch, String message, Map<String, String> files) {
    return commit(branch, SOMEBODY, message, files);
  }

  /**
   * Commits files in the name of a person.
   *
   * @param branch short name of the branch; it is created if it does not exist
   * @param author author and committer
   * @param message the message
   * @param files the texts of the files by their paths; all else stays
   * @return the commit that the branch is at now
   */
  public CommitId commit(String branch, Person author, String message, Map<String, String> files) {
    requireNonNull(author, "author");
    return change(
        branch,
        change -> {
          files.forEach(change::file);
          return change.by(author.toString()).message(message + "\n");
        });
  }

  /**
   * Deletes files as somebody else would.
   *
   * @param branch short name of the branch
   * @param message the message
   * @param paths the files or folders
   * @return the commit that the branch is at now
   */
  public CommitId delete(String branch, String message, String... paths) {
    return change(
        branch,
        change -> {
          List.of(paths).forEach(change::delete);
          return change.by(SOMEBODY.toString()).message(message + "\n");
        });
  }

  /**
   * Sets a branch by force, or creates it.
   *
   * @param branch short name of the branch
   * @param commit where it is to point
   */
  public void setBranch(String branch, CommitId commit) {
    new Outsider(memory).branch(new BranchName(branch).value(), commit);
  }

  /**
   * Deletes a branch.
   *
   * @param branch short name of the branch
   */
  public void deleteBranch(String branch) {
    new Outsider(memory).deleteBranch(branch);
  }

  /**
   * Sets the branch that {@code HEAD} stands for; at first it is {@code main}.
   *
   * @param branch short name of the branch
   */
  public void setDefaultBranch(String branch) {
    memory.setDefaultBranch(branch);
  }

  /**
   * Reads where a branch is now.
   *
   * @param branch short name of the branch
   * @return its newest commit
   * @throws dev.promotion.port.PortException if there is no such branch
   */
  public CommitId head(String branch) {
    return head(new Revision(branch)).commit();
  }

  /**
   * Reads a file as it is on a branch now.
   *
   * @param branch short name of the branch
   * @param path the file, from the root of the repository
   * @return its text
   * @throws dev.promotion.port.PortException if there is no such branch or file
   */
  public String text(String branch, String path) {
    return new String(reader.file(head(branch), new RepositoryPath(path)), UTF_8);
  }

  /**
   * Lists the commits of a branch, along the first parents.
   *
   * @param branch short name of the branch
   * @return its commits, the newest first; empty if there is no such branch
   */
  public List<CommitInfo> log(String branch) {
    List<CommitInfo> log = new ArrayList<>();
    new Outsider(memory).log(branch).forEach(commit -> log.add(commit(commit)));
    return List.copyOf(log);
  }

  @Override
  public BranchHead head(Revision revision) {
    return reader.head(revision);
  }

  @Override
  public CommitInfo commit(CommitId commit) {
    return reader.commit(commit).info(commit);
  }

  @Override
  public boolean contains(CommitId revision, CommitId commit) {
    return history.contains(revision, commit);
  }

  @Override
  public Optional<CommitInfo> lastChange(CommitId after, CommitId upTo, RepositoryPath path) {
    reader.commit(upTo);
    return history.lastChange(after, upTo, path).map(this::commit);
  }

  @Override
  public List<FileEntry> files(CommitId commit, RepositoryPath folder) {
    return reader.files(commit, folder);
  }

  @Override
  public Set<RepositoryPath> onceThere(CommitId upTo, Set<RepositoryPath> paths) {
    reader.commit(upTo);
    return history.onceThere(upTo, paths);
  }

  @Override
  public byte[] content(BlobId blob) {
    return reader.content(blob);
  }

  @Override
  public PreparedCommit prepare(CommitDraft draft) {
    return writer.prepare(draft);
  }

  @Override
  public WriteResult write(PreparedCommit commit, Contents contents) {
    return writer.write(commit, contents);
  }

  /** Commits on top of whatever the branch holds, again if somebody else was faster. */
  private CommitId change(String branch, UnaryOperator<Outsider.Change> change) {
    BranchName name = new BranchName(branch);
    Outsider somebody = new Outsider(memory);
    while (true) {
      Optional<CommitId> head = memory.head(name);
      Outsider.Change next = somebody.on(branch, head.stream().toArray(CommitId[]::new));
      CommitId commit = change.apply(next.at(clock.now(), "+0000")).make();
      if (memory.move(name, head, commit)) {
        return commit;
      }
    }
  }

  /** Returns who makes commits of any kind here. */
  Outsider outsider() {
    return new Outsider(memory);
  }
}
