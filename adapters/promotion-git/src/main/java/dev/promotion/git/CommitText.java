package dev.promotion.git;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.promotion.repository.CommitId;
import dev.promotion.repository.CommitInfo;
import java.time.DateTimeException;
import java.time.Instant;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.jspecify.annotations.Nullable;

/** Reads what stands in a commit. */
final class CommitText {

  private static final String TREE = "tree ";

  private CommitText() {}

  /** Returns the root tree that a commit names. */
  static ObjectId tree(byte[] commit) throws CorruptObjectException {
    int start = TREE.length();
    int end = start + Constants.OBJECT_ID_STRING_LENGTH;
    if (commit.length <= end || !new String(commit, 0, start, US_ASCII).equals(TREE)) {
      throw new CorruptObjectException("a commit names no tree");
    }
    try {
      return ObjectId.fromString(commit, start);
    } catch (IllegalArgumentException malformed) {
      throw new CorruptObjectException("a commit names a malformed tree", malformed);
    }
  }

  /** Describes a commit whose body was parsed. */
  static CommitInfo info(RevCommit commit) {
    @Nullable PersonIdent author = author(commit);
    String who = author == null ? "" : author.getName() + " <" + author.getEmailAddress() + ">";
    Instant when =
        author == null ? Instant.ofEpochSecond(commit.getCommitTime()) : author.getWhenAsInstant();
    String subject = commit.getFullMessage().split("\n", 2)[0].strip();
    return new CommitInfo(new CommitId(commit.name()), who, subject, when);
  }

  /** Returns who made a commit, or null where that, or when, cannot be read. */
  private static @Nullable PersonIdent author(RevCommit commit) {
    try {
      return commit.getAuthorIdent();
    } catch (DateTimeException noInstant) {
      return null;
    }
  }
}
