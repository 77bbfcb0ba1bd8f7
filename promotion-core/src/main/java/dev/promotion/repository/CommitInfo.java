package dev.promotion.repository;

import static java.util.Objects.requireNonNull;

import dev.promotion.internal.text.Texts;
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

  /** Escapes control and other invisible characters, so that author and subject are one line. */
  public CommitInfo {
    requireNonNull(id, "id");
    author = Texts.escaped(author);
    subject = Texts.escaped(subject);
    requireNonNull(time, "time");
  }
}
