package dev.promotion.git;

import dev.promotion.port.Contents;
import dev.promotion.port.WriteResult;
import dev.promotion.problem.ProblemCode;
import dev.promotion.repository.BlobId;
import dev.promotion.repository.FileEdit;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Stores commits and moves branches to them. Objects are safe before a branch leads to them.
 * Threads that write to one branch take turns; other processes are kept off by compare and set.
 */
final class CommitWriter {

  private static final Logger LOG = System.getLogger(CommitWriter.class.getName());

  private final ObjectStore store;
  private final References references;
  private final ReferenceLock mover;
  private final PackFiles files;
  private final PackMerger merger;
  private final Map<String, ReentrantLock> turns = new ConcurrentHashMap<>();

  CommitWriter(BareFolder folder, ObjectStore store, References references, Disk disk) {
    this.store = store;
    this.references = references;
    this.mover = new ReferenceLock(folder.root(), references, disk);
    this.files = new PackFiles(store.packs(), disk);
    this.merger = new PackMerger(folder.root(), store.packs(), files);
  }

  WriteResult write(GitCommit commit, Contents contents) throws IOException {
    String branch = References.HEADS + commit.draft().branch();
    ReentrantLock turn = turns.computeIfAbsent(branch, any -> new ReentrantLock());
    turn.lock();
    try {
      return writeInTurn(branch, commit, contents);
    } finally {
      turn.unlock();
    }
  }

  private WriteResult writeInTurn(String branch, GitCommit commit, Contents contents)
      throws IOException {
    Optional<ObjectId> parent = Optional.of(ObjectId.fromString(commit.draft().parent().value()));
    Optional<ObjectId> current = references.direct(branch);
    if (current.equals(Optional.of(commit.objectId()))) {
      mover.settle(branch);
      return WriteResult.WRITTEN;
    }
    if (!current.equals(parent)) {
      return WriteResult.BRANCH_MOVED;
    }
    PackFiles.Hold hold = store(commit, contents);
    try {
      boolean moved = mover.move(branch, parent, commit.objectId());
      return moved ? WriteResult.WRITTEN : WriteResult.BRANCH_MOVED;
    } finally {
      hold.close();
      merge();
    }
  }

  /**
   * Stores what the commit brings, and what only lies in files that other programs may not sync.
   */
  PackFiles.Hold store(GitCommit commit, Contents contents) throws IOException {
    try (NewPack pack = new NewPack()) {
      for (GitObject object : commit.objects()) {
        if (!store.packs().secure(object.id())) {
          pack.add(object);
        }
      }
      Set<BlobId> blobs = new LinkedHashSet<>();
      commit.draft().edits().stream().map(FileEdit::blob).forEach(blobs::add);
      for (BlobId blob : blobs) {
        ObjectId id = ObjectId.fromString(blob.value());
        if (!store.packs().secure(id)) {
          pack.add(blob(id, blob, contents));
        }
      }
      PackFiles.Hold hold = files.store(pack.lay());
      commit.objects().forEach(store::remember);
      return hold;
    }
  }

  private GitObject blob(ObjectId id, BlobId blob, Contents contents) throws IOException {
    Optional<GitObject> loose = store.loose().find(id);
    if (loose.isPresent()) {
      return loose.get();
    }
    GitObject given = GitObject.of(Constants.OBJ_BLOB, contents.content(blob));
    if (!given.id().equals(id)) {
      throw new RefusedException(
          ProblemCode.ADAPTER_FAILED,
          "the content given for " + id.name() + " has another id; nothing was written");
    }
    return given;
  }

  /** Moves a reference that is none of the repository's branches. */
  boolean remember(String name, Optional<ObjectId> expected, ObjectId next) throws IOException {
    return mover.move(name, expected, next);
  }

  private void merge() {
    try {
      merger.mergeIfMany();
    } catch (IOException failed) {
      // The commit is written and safe; merging is only for the speed of later ones.
      LOG.log(Level.WARNING, "small packs could not be merged, git gc will do it", failed);
    }
  }
}
