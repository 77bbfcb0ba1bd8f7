package dev.promotion.examples;

import dev.promotion.repository.CommitId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** What a developer does to a Git repository in the examples: makes it, commits, looks. */
final class BareRepository implements AutoCloseable {

  private static final String BRANCH = Constants.R_HEADS + "main";
  private static final PersonIdent DEVELOPER = new PersonIdent("Dana", "dana@example.com");

  private final Repository git;
  private final Map<String, byte[]> files = new TreeMap<>();

  private BareRepository(Repository git) {
    this.git = git;
  }

  static BareRepository create(Path folder) throws IOException {
    Repository git = new FileRepositoryBuilder().setBare().setGitDir(folder.toFile()).build();
    git.create(true);
    RefUpdate head = git.updateRef(Constants.HEAD);
    head.link(BRANCH);
    return new BareRepository(git);
  }

  /** Puts a file into the next commit. */
  BareRepository file(String path, byte[] content) {
    files.put(path, content.clone());
    return this;
  }

  String text(String path) {
    return new String(files.getOrDefault(path, new byte[0]), StandardCharsets.UTF_8);
  }

  CommitId commit(String message) throws IOException {
    try (ObjectInserter inserter = git.newObjectInserter()) {
      CommitBuilder commit = new CommitBuilder();
      commit.setTreeId(tree(inserter));
      commit.setAuthor(DEVELOPER);
      commit.setCommitter(DEVELOPER);
      commit.setMessage(message);
      ObjectId parent = git.resolve(BRANCH);
      if (parent != null) {
        commit.setParentId(parent);
      }
      ObjectId id = inserter.insert(commit);
      inserter.flush();
      RefUpdate update = git.updateRef(BRANCH);
      update.setNewObjectId(id);
      update.update();
      return new CommitId(id.name());
    }
  }

  private ObjectId tree(ObjectInserter inserter) throws IOException {
    DirCache index = DirCache.newInCore();
    DirCacheBuilder builder = index.builder();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      DirCacheEntry entry = new DirCacheEntry(file.getKey());
      entry.setFileMode(FileMode.REGULAR_FILE);
      entry.setObjectId(inserter.insert(Constants.OBJ_BLOB, file.getValue()));
      builder.add(entry);
    }
    builder.finish();
    return index.writeTree(inserter);
  }

  /** Returns message and changes of a commit, as {@code git show} has them. */
  String show(CommitId id) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (RevWalk walk = new RevWalk(git);
        DiffFormatter diff = new DiffFormatter(out)) {
      RevCommit commit = walk.parseCommit(ObjectId.fromString(id.value()));
      RevCommit parent = walk.parseCommit(commit.getParent(0));
      diff.setRepository(git);
      diff.setContext(1);
      diff.format(parent.getTree(), commit.getTree());
      diff.flush();
      return commit.getFullMessage() + "\n" + out.toString(StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() {
    git.close();
  }
}
