package dev.promotion.release;

import static java.util.Objects.requireNonNull;

import dev.promotion.repository.CommitDraft;
import dev.promotion.repository.CommitId;

/**
 * A commit that is about to be made. It is recorded before it is made and fixes every byte, so that
 * after a crash it is looked for by its id, and made again without harm where it is missing.
 *
 * @param attempt the first is 1; a new attempt is made when the branch moved
 * @param draft what the commit is made of
 * @param commit the id that it has, or will have
 */
public record CommitIntent(int attempt, CommitDraft draft, CommitId commit) {

  /** Checks that nothing is missing. */
  public CommitIntent {
    requireNonNull(draft, "draft");
    requireNonNull(commit, "commit");
    if (attempt < 1) {
      throw new IllegalArgumentException("attempts count from 1: " + attempt);
    }
  }
}
