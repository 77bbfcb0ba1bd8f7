package dev.promotion.testkit;

import dev.promotion.port.Repository;
import dev.promotion.repository.CommitId;
import java.util.Optional;

/**
 * A repository that a {@link RepositoryContract} tests an adapter on, and the hand of somebody else
 * in it: these methods change the repository behind the adapter's back, by whatever way the adapter
 * does not use. Users implement it for their adapter.
 *
 * <p>They are as low as Git's own objects and references, so that an implementation is a few lines,
 * and so that the contract can make what no decent program would: links, submodules, names such as
 * {@code .git} or with a line break. They store what they are given without judging it.
 */
public interface RepositoryFixture extends AutoCloseable {

  /** The kinds of objects in Git; in lower case they are Git's own words. */
  enum ObjectKind {
    /** The content of a file, or the target of a link. */
    BLOB,
    /** A folder. */
    TREE,
    /** A commit. */
    COMMIT
  }

  /**
   * Returns the adapter that is tested.
   *
   * @return the repository, seen through the adapter
   */
  Repository repository();

  /**
   * Returns a second adapter on the same repository, as another process would have it. It shares no
   * memory with the first where the repository lies outside the process.
   *
   * @return another adapter; by default the first one
   */
  default Repository reopened() {
    return repository();
  }

  /**
   * Stores an object.
   *
   * @param kind what it is
   * @param content its bytes, without the header that Git puts before them
   * @return its id
   */
  String store(ObjectKind kind, byte[] content);

  /**
   * Reads an object.
   *
   * @param id its id
   * @return its bytes without the header, or empty if the repository does not have it
   */
  Optional<byte[]> stored(String id);

  /**
   * Sets a reference by force, or creates it.
   *
   * @param name its full name, such as {@code refs/heads/main}
   * @param commit where it is to point
   */
  void setReference(String name, CommitId commit);

  /**
   * Deletes a reference.
   *
   * @param name its full name
   */
  void deleteReference(String name);

  /**
   * Reads a reference.
   *
   * @param name its full name
   * @return where it points, or empty if there is none
   */
  Optional<CommitId> reference(String name);

  /**
   * Sets what {@code HEAD} stands for. At first it is {@code main}.
   *
   * @param branch the short name of a branch, which need not exist
   */
  void setDefaultBranch(String branch);

  /** Gives back what the fixture holds; by default nothing. */
  @Override
  default void close() {}
}
