package dev.promotion.git;

import dev.promotion.repository.RepositoryPath;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** Answers questions about what lies between two commits, without reading what lies before. */
final class History {

  private final ObjectSource source;

  History(ObjectSource source) {
    this.source = source;
  }

  private RevWalk walk() {
    return new RevWalk(new StoreReader(source));
  }

  /** Reads a commit; another object than a commit counts as missing. */
  RevCommit commit(ObjectId id) throws IOException {
    try (RevWalk walk = walk()) {
      return walk.parseCommit(checked(id));
    }
  }

  private ObjectId checked(ObjectId id) throws IOException {
    // A tag leads to a commit, but is none.
    if (source.find(id).filter(found -> found.type() == Constants.OBJ_COMMIT).isEmpty()) {
      throw new MissingObjectException(id, Constants.OBJ_COMMIT);
    }
    return id;
  }

  /** Tells whether a commit is the tip or comes before it; false if either is not there. */
  boolean contains(ObjectId tip, ObjectId wanted) throws IOException {
    try (RevWalk walk = walk()) {
      RevCommit from;
      RevCommit to;
      try {
        from = walk.parseCommit(checked(tip));
        to = walk.parseCommit(checked(wanted));
      } catch (MissingObjectException | IncorrectObjectTypeException absent) {
        return false;
      }
      return from.equals(to) || new Descent(walk).leadsTo(from, to);
    }
  }

  /**
   * Returns the commit that gave a file the content that it has at the tip, or empty if it has had
   * it since before.
   */
  Optional<RevCommit> lastChange(ObjectId after, ObjectId tip, PathInTree path) throws IOException {
    try (RevWalk walk = walk()) {
      RevCommit end = walk.parseCommit(checked(tip));
      RevCommit start = walk.parseCommit(checked(after));
      Set<RevCommit> between = between(walk, start, end);
      Optional<String> wanted = path.in(source, end.getTree());
      boolean same = path.in(source, start.getTree()).equals(wanted);
      Optional<RevCommit> change = Optional.empty();
      for (Optional<RevCommit> at = Optional.of(end); at.filter(between::contains).isPresent(); ) {
        RevCommit commit = at.get();
        at = sameParent(commit, between, path, wanted);
        // A history of its own that never had the file did not take it away.
        boolean brought = commit.getParentCount() > 0 || wanted.isPresent();
        // A merge may have taken the content from a line that is older than the start.
        if ((at.isEmpty() && brought) || (!same && commit.getParentCount() > 1)) {
          change = Optional.of(commit);
        }
      }
      for (RevCommit found : change.stream().toList()) {
        walk.parseBody(found);
      }
      return change;
    }
  }

  /**
   * Returns those of the paths that led to a file at the tip or before it. A tree that was looked
   * into once, because most commits change other folders, is not looked into again.
   */
  Set<RepositoryPath> onceThere(ObjectId tip, Set<RepositoryPath> paths) throws IOException {
    Set<RepositoryPath> open = new HashSet<>(paths);
    Set<RepositoryPath> found = new HashSet<>();
    try (RevWalk walk = walk()) {
      walk.markStart(walk.parseCommit(checked(tip)));
      FilesSeen seen = new FilesSeen(source);
      for (RevCommit commit = walk.next(); commit != null && !open.isEmpty(); ) {
        Set<RepositoryPath> here = seen.newlyIn(commit.getTree(), open);
        found.addAll(here);
        open.removeAll(here);
        commit = walk.next();
      }
    }
    return found;
  }

  private static Set<RevCommit> between(RevWalk walk, RevCommit start, RevCommit end)
      throws IOException {
    Set<RevCommit> between = new HashSet<>();
    walk.markStart(end);
    walk.markUninteresting(start);
    for (RevCommit commit = walk.next(); commit != null; commit = walk.next()) {
      between.add(commit);
    }
    return between;
  }

  private Optional<RevCommit> sameParent(
      RevCommit commit, Set<RevCommit> between, PathInTree path, Optional<String> wanted)
      throws IOException {
    Optional<RevCommit> older = Optional.empty();
    for (RevCommit parent : commit.getParents()) {
      if (path.in(source, tree(parent)).equals(wanted)) {
        if (between.contains(parent)) {
          return Optional.of(parent);
        }
        older = Optional.of(parent);
      }
    }
    return older;
  }

  private ObjectId tree(RevCommit commit) throws IOException {
    return CommitText.tree(source.read(commit, Constants.OBJ_COMMIT));
  }
}
