package dev.promotion.port;

import dev.promotion.repository.CommitDraft;
import dev.promotion.repository.CommitId;

/** A commit that is worked out, but not written. Made and understood by one adapter. */
public interface PreparedCommit {

  /**
   * Returns what it is made of.
   *
   * @return the draft
   */
  CommitDraft draft();

  /**
   * Returns the id that it has, or will have.
   *
   * @return the id
   */
  CommitId id();
}
