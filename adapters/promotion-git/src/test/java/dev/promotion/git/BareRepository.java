package dev.promotion.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.promotion.port.Repository;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.RepositoryUrl;
import dev.promotion.testkit.RepositoryFixture;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** A bare repository on disk; the outsider works in it with JGit's own storage. */
public final class BareRepository implements RepositoryFixture {

  static final RepositoryUrl URL = new RepositoryUrl("https://git.example.com/acme/shop.git");

  private final FileRepository outside;
  private final RepositoryUrl url;
  private final Supplier<GitRepositories> adapter;
  private final List<GitRepositories> opened = new ArrayList<>();
  private final Repository repository;

  /** Makes a repository below a folder, for adapters that find it there. */
  BareRepository(Path folder) {
    this(
        folder.resolve("acme/shop.git"),
        URL,
        () -> GitRepositories.builder().folder(folder).durability(Durability.PROCESS).build());
  }

  /** Makes a repository for adapters that know it by an address. */
  public BareRepository(Path path, RepositoryUrl url, Supplier<GitRepositories> adapter) {
    this.outside = create(path);
    this.url = url;
    this.adapter = adapter;
    this.repository = reopened();
  }

  static FileRepository create(Path path) {
    try {
      FileRepository repository = new FileRepository(new File(path.toString()));
      repository.create(true);
      repository.updateRef(Constants.HEAD).link("refs/heads/main");
      return repository;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  RepositoryUrl url() {
    return url;
  }

  /** Returns the folder of the repository itself. */
  Path path() {
    return outside.getDirectory().toPath();
  }

  FileRepository outside() {
    return outside;
  }

  /** Commits files, given as path and text in turn, on top of a branch. */
  public CommitId commit(String branch, String... pathsAndTexts) {
    try (ObjectInserter inserter = outside.newObjectInserter();
        ObjectReader reader = outside.newObjectReader()) {
      CommitBuilder commit = new CommitBuilder();
      DirCache index = DirCache.newInCore();
      ObjectId parent = outside.resolve(Constants.R_HEADS + branch);
      if (parent != null) {
        commit.setParentId(parent);
        index = DirCache.read(reader, outside.parseCommit(parent).getTree());
      }
      DirCacheEditor editor = index.editor();
      for (int at = 0; at < pathsAndTexts.length; at += 2) {
        byte[] text = pathsAndTexts[at + 1].getBytes(UTF_8);
        ObjectId blob = inserter.insert(Constants.OBJ_BLOB, text);
        editor.add(
            new DirCacheEditor.PathEdit(pathsAndTexts[at]) {
              @Override
              public void apply(DirCacheEntry entry) {
                entry.setFileMode(FileMode.REGULAR_FILE);
                entry.setObjectId(blob);
              }
            });
      }
      editor.finish();
      commit.setTreeId(index.writeTree(inserter));
      PersonIdent mallory =
          new PersonIdent("Mallory", "mallory@example.com", Instant.EPOCH, ZoneOffset.UTC);
      commit.setAuthor(mallory);
      commit.setCommitter(mallory);
      commit.setMessage("change\n");
      CommitId id = new CommitId(inserter.insert(commit).name());
      inserter.flush();
      setReference(Constants.R_HEADS + branch, id);
      return id;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Lists the commits of the main branch, the newest first. */
  public List<CommitId> log() {
    try (RevWalk walk = new RevWalk(outside)) {
      walk.markStart(walk.parseCommit(outside.resolve(Constants.R_HEADS + "main")));
      List<CommitId> log = new ArrayList<>();
      for (RevCommit each : walk) {
        log.add(new CommitId(each.name()));
      }
      return log;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public Repository repository() {
    return repository;
  }

  @Override
  public Repository reopened() {
    GitRepositories repositories = adapter.get();
    synchronized (opened) {
      opened.add(repositories);
    }
    return repositories.repository(url);
  }

  @Override
  public String store(ObjectKind kind, byte[] content) {
    return store(outside, kind, content);
  }

  static String store(FileRepository to, ObjectKind kind, byte[] content) {
    try (ObjectInserter inserter = to.newObjectInserter()) {
      int type =
          switch (kind) {
            case BLOB -> Constants.OBJ_BLOB;
            case TREE -> Constants.OBJ_TREE;
            case COMMIT -> Constants.OBJ_COMMIT;
          };
      ObjectId id = inserter.insert(type, content);
      inserter.flush();
      return id.name();
    } catch (IOException failed) {
      throw new UncheckedIOException(kind.name().toLowerCase(Locale.ROOT), failed);
    }
  }

  @Override
  public Optional<byte[]> stored(String id) {
    try {
      return Optional.of(outside.open(ObjectId.fromString(id)).getBytes());
    } catch (MissingObjectException absent) {
      return Optional.empty();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void setReference(String name, CommitId commit) {
    update(
        () -> {
          RefUpdate update = outside.updateRef(name);
          update.setNewObjectId(ObjectId.fromString(commit.value()));
          return update.forceUpdate();
        });
  }

  @Override
  public void deleteReference(String name) {
    update(
        () -> {
          RefUpdate update = outside.updateRef(name);
          update.setForceUpdate(true);
          return update.delete();
        });
  }

  @Override
  public Optional<CommitId> reference(String name) {
    try {
      Ref reference = outside.exactRef(name);
      return Optional.ofNullable(reference).map(ref -> new CommitId(ref.getObjectId().name()));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void setDefaultBranch(String branch) {
    update(() -> outside.updateRef(Constants.HEAD).link("refs/heads/" + branch));
  }

  private interface Update {
    RefUpdate.Result run() throws IOException;
  }

  private static void update(Update update) {
    try {
      RefUpdate.Result result = update.run();
      if (result == RefUpdate.Result.LOCK_FAILURE || result == RefUpdate.Result.REJECTED) {
        throw new IllegalStateException("the reference was not set: " + result);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void close() {
    opened.forEach(GitRepositories::close);
    outside.close();
  }
}
