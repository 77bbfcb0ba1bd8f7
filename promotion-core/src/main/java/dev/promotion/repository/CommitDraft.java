package dev.promotion.repository;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Everything that decides the id of a commit: where it goes, on top of what, which files it sets,
 * who made it when and why. The same draft always makes the same commit, so it can be repeated
 * without harm.
 *
 * @param branch the branch that is to move to the commit
 * @param parent the only parent: the commit that the branch was seen at
 * @param edits the files that the commit sets, each path once; everything else stays
 * @param author author and committer
 * @param time when, to the second; the zone is UTC
 * @param message the whole message
 */
public record CommitDraft(
    BranchName branch,
    CommitId parent,
    List<FileEdit> edits,
    Person author,
    Instant time,
    String message) {

  /**
   * Copies the edits and cuts the time to the second.
   *
   * @throws IllegalArgumentException if there is no edit, or two have one path
   */
  public CommitDraft {
    requireNonNull(branch, "branch");
    requireNonNull(parent, "parent");
    requireNonNull(author, "author");
    requireNonNull(message, "message");
    edits = List.copyOf(edits);
    time = time.truncatedTo(ChronoUnit.SECONDS);
    if (edits.isEmpty() || edits.stream().map(FileEdit::path).distinct().count() < edits.size()) {
      throw new IllegalArgumentException("a commit sets at least one file, and each only once");
    }
  }
}
