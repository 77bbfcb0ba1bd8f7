package dev.promotion.testkit;

import dev.promotion.port.Repository;
import dev.promotion.repository.BranchName;
import dev.promotion.repository.CommitId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A repository's objects and references in memory; what a disk is to Git. Thread-safe. */
final class GitMemory implements RepositoryFixture {

  private static final String BRANCHES = "refs/heads/";

  private final GitObjects objects;
  private final Map<String, CommitId> references;
  private volatile BranchName defaultBranch;

  GitMemory() {
    objects = new GitObjects();
    references = new ConcurrentHashMap<>();
    defaultBranch = new BranchName("main");
  }

  /** Copies a repository; what happens in one is not seen in the other. */
  GitMemory(GitMemory other) {
    objects = new GitObjects(other.objects);
    references = new ConcurrentHashMap<>(other.references);
    defaultBranch = other.defaultBranch;
  }

  GitObjects objects() {
    return objects;
  }

  BranchName defaultBranch() {
    return defaultBranch;
  }

  Optional<CommitId> head(BranchName branch) {
    return reference(BRANCHES + branch);
  }

  /** Moves a branch if it is where the caller believes it to be. */
  boolean move(BranchName branch, Optional<CommitId> from, CommitId to) {
    String name = BRANCHES + branch;
    return from.map(expected -> references.replace(name, expected, to))
        .orElseGet(() -> references.putIfAbsent(name, to) == null);
  }

  @Override
  public Repository repository() {
    return new InMemoryRepository(this, TestClock.create());
  }

  @Override
  public Repository reopened() {
    return repository();
  }

  @Override
  public String store(ObjectKind kind, byte[] content) {
    return objects.put(kind, content);
  }

  @Override
  public Optional<byte[]> stored(String id) {
    return objects.get(id);
  }

  @Override
  public void setReference(String name, CommitId commit) {
    references.put(name, commit);
  }

  @Override
  public void deleteReference(String name) {
    references.remove(name);
  }

  @Override
  public Optional<CommitId> reference(String name) {
    return Optional.ofNullable(references.get(name));
  }

  @Override
  public void setDefaultBranch(String branch) {
    defaultBranch = new BranchName(branch);
  }
}
