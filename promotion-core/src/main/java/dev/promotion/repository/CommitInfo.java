package dev.promotion.repository;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What is known of a commit that somebody made.
 *
 * @param id its id
 * @param author name and address as they stand in the commit, escaped where they are not plain text
 * @param subject the first line of its message, escaped likewise; may be empty
 * @param time when it was authored
 */
public record CommitInfo(CommitId id, String author, String subject, Instant time) {

  /** Checks that nothing is missing. */
  public CommitInfo {
    requireNonNull(id, "id");
    requireNonNull(author, "author");
    requireNonNull(subject, "subject");
    requireNonNull(time, "time");
  }
}
