package dev.promotion.repository;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that decides the id of a commit: where it goes, on top of what, which files it sets
 * and deletes, who made it when and why. The same draft always makes the same commit, so it can be
 * repeated without harm.
 *
 * @param branch the branch that is to move to the commit
 * @param parent the only parent: the commit that the branch was seen at
 * @param edits the files that the commit sets, each path once
 * @param removed the files that the commit deletes, before it sets any; everything else stays
 * @param author author and committer
 * @param time when, to the second; the zone is UTC
 * @param message the whole message
 */
public record CommitDraft(
    BranchName branch,
    CommitId parent,
    List<FileEdit> edits,
    List<RepositoryPath> removed,
    Person author,
    Instant time,
    String message) {

  /**
   * Copies the lists and cuts the time to the second.
   *
   * @throws IllegalArgumentException if nothing is set or deleted, or one path twice
   */
  public CommitDraft {
    requireNonNull(branch, "branch");
    requireNonNull(parent, "parent");
    requireNonNull(author, "author");
    requireNonNull(message, "message");
    edits = List.copyOf(edits);
    removed = List.copyOf(removed);
    time = time.truncatedTo(ChronoUnit.SECONDS);
    int changes = edits.size() + removed.size();
    Stream<RepositoryPath> paths =
        Stream.concat(edits.stream().map(FileEdit::path), removed.stream());
    if (changes == 0
        || removed.contains(RepositoryPath.ROOT)
        || paths.distinct().count() < changes) {
      throw new IllegalArgumentException(
          "a commit sets or deletes at least one file, and each only once");
    }
  }

  /**
   * Makes a draft that deletes nothing.
   *
   * @param branch the branch that is to move to the commit
   * @param parent the only parent
   * @param edits the files that the commit sets
   * @param author author and committer
   * @param time when
   * @param message the whole message
   */
  public CommitDraft(
      BranchName branch,
      CommitId parent,
      List<FileEdit> edits,
      Person author,
      Instant time,
      String message) {
    this(branch, parent, edits, List.of(), author, time, message);
  }
}
