package dev.promotion.testkit;

import dev.promotion.repository.CommitId;
import dev.promotion.repository.RepositoryPath;
import dev.promotion.testkit.GitTree.Entry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds its way among commits. */
final class GitHistory {

  private final GitObjects objects;

  GitHistory(GitObjects objects) {
    this.objects = objects;
  }

  /** Tells whether a commit is another one or comes before it; looks no further than that one. */
  boolean contains(CommitId revision, CommitId commit) {
    Set<CommitId> seen = new HashSet<>();
    Deque<CommitId> open = new ArrayDeque<>(List.of(revision));
    while (!open.isEmpty()) {
      CommitId next = open.pop();
      Optional<GitCommit> found = objects.commit(next.value());
      if (found.isPresent() && next.equals(commit)) {
        return true;
      }
      if (found.isPresent() && seen.add(next)) {
        open.addAll(found.get().parents());
      }
    }
    return false;
  }

  /** Returns a commit and all that come before it; nothing if it is not there. */
  Set<CommitId> upTo(CommitId commit) {
    Set<CommitId> reached = new HashSet<>();
    Deque<CommitId> open = new ArrayDeque<>(List.of(commit));
    while (!open.isEmpty()) {
      CommitId next = open.pop();
      Optional<GitCommit> found = objects.commit(next.value());
      if (found.isPresent() && reached.add(next)) {
        open.addAll(found.get().parents());
      }
    }
    return reached;
  }

  /**
   * Returns the commit that gave a file the content that it has, following the content from parent
   * to parent. Where the content comes from before {@code after} and is not the one it had there,
   * that is the merge that brought the old content back.
   */
  Optional<CommitId> lastChange(CommitId after, CommitId from, RepositoryPath path) {
    Optional<Entry> content = entry(from, path);
    Set<CommitId> known = upTo(after);
    Set<CommitId> seen = new HashSet<>();
    Deque<CommitId> open = new ArrayDeque<>(List.of(from));
    Optional<CommitId> broughtBack = Optional.empty();
    while (!open.isEmpty()) {
      CommitId commit = open.pop();
      if (known.contains(commit) || !seen.add(commit)) {
        continue;
      }
      List<CommitId> parents = objects.commit(commit.value()).orElseThrow().parents();
      List<CommitId> same =
          parents.stream().filter(parent -> entry(parent, path).equals(content)).toList();
      if (same.isEmpty() && !(parents.isEmpty() && content.isEmpty())) {
        return Optional.of(commit);
      }
      if (same.size() < parents.size()) {
        broughtBack = Optional.of(commit);
      }
      for (int index = same.size() - 1; index >= 0; index--) {
        open.push(same.get(index));
      }
    }
    return entry(after, path).equals(content) ? Optional.empty() : broughtBack;
  }

  /** Returns those of the paths that led to a file in a commit or in one before it. */
  Set<RepositoryPath> onceThere(CommitId upTo, Set<RepositoryPath> paths) {
    Set<CommitId> commits = upTo(upTo);
    return paths.stream()
        .filter(
            path ->
                commits.stream()
                    .flatMap(commit -> entry(commit, path).stream())
                    .anyMatch(entry -> !entry.isFolder() && entry.fileMode().isFile()))
        .collect(Collectors.toSet());
  }

  private Optional<Entry> entry(CommitId commit, RepositoryPath path) {
    Optional<GitTree> folder =
        objects.commit(commit.value()).flatMap(found -> objects.tree(found.tree()));
    List<String> parts = path.parts();
    for (String part : parts.subList(0, parts.size() - 1)) {
      folder =
          folder
              .flatMap(tree -> tree.entry(part))
              .filter(Entry::isFolder)
              .flatMap(entry -> objects.tree(entry.id()));
    }
    return folder.flatMap(tree -> tree.entry(parts.get(parts.size() - 1)));
  }
}
