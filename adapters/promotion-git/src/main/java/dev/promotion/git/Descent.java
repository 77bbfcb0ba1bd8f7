package dev.promotion.git;

import java.io.IOException;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevFlag;
import org.eclipse.jgit.revwalk.RevFlagSet;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * Walks from one commit down towards another, newest first, and stops where both lines have met.
 * The clocks of those who commit only decide how far it walks, never the answer. Used once.
 */
final class Descent {

  private final RevWalk walk;
  private final RevFlag above;
  private final RevFlag below;
  private final RevFlag queued;
  private final PriorityQueue<RevCommit> queue =
      new PriorityQueue<>(Comparator.comparingInt(RevCommit::getCommitTime).reversed());
  private int open;

  Descent(RevWalk walk) {
    this.walk = walk;
    this.above = walk.newFlag("above");
    this.below = walk.newFlag("below");
    this.queued = walk.newFlag("queued");
  }

  /** Tells whether a commit comes before the tip. */
  boolean leadsTo(RevCommit tip, RevCommit wanted) throws IOException {
    mark(tip, flags(above));
    mark(wanted, flags(below));
    while (open > 0) {
      RevCommit commit = queue.remove();
      commit.remove(queued);
      if (isOpen(commit)) {
        open--;
      }
      RevFlagSet carried = new RevFlagSet();
      for (RevFlag flag : flags(above, below)) {
        if (commit.has(flag)) {
          carried.add(flag);
        }
      }
      for (RevCommit parent : commit.getParents()) {
        if (parent.equals(wanted) && commit.has(above)) {
          return true;
        }
        mark(parent, carried);
      }
    }
    return false;
  }

  private void mark(RevCommit commit, RevFlagSet flags) throws IOException {
    if (commit.hasAll(flags)) {
      return;
    }
    if (commit.has(queued) && isOpen(commit)) {
      open--;
    }
    commit.add(flags);
    if (!commit.has(queued)) {
      walk.parseHeaders(commit);
      commit.add(queued);
      queue.add(commit);
    }
    if (isOpen(commit)) {
      open++;
    }
  }

  /** Tells whether a commit comes before the tip and not, as far as is known, before the other. */
  private boolean isOpen(RevCommit commit) {
    return commit.has(above) && !commit.has(below);
  }

  private static RevFlagSet flags(RevFlag... flags) {
    RevFlagSet set = new RevFlagSet();
    for (RevFlag flag : flags) {
      set.add(flag);
    }
    return set;
  }
}
