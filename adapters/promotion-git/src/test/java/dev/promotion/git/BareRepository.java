package dev.promotion.git;

import dev.promotion.port.Repository;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.RepositoryUrl;
import dev.promotion.testkit.RepositoryFixture;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;

/** A bare repository on disk; the outsider works in it with JGit's own storage. */
final class BareRepository implements RepositoryFixture {

  static final RepositoryUrl URL = new RepositoryUrl("https://git.example.com/acme/shop.git");

  private final Path folder;
  private final FileRepository outside;
  private final List<GitRepositories> opened = new ArrayList<>();
  private final Repository repository;

  BareRepository(Path folder) {
    this.folder = folder;
    this.outside = create(folder.resolve("acme/shop.git"));
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

  /** Returns the folder of the repository itself. */
  Path path() {
    return outside.getDirectory().toPath();
  }

  FileRepository outside() {
    return outside;
  }

  @Override
  public Repository repository() {
    return repository;
  }

  @Override
  public Repository reopened() {
    GitRepositories repositories =
        GitRepositories.builder().folder(folder).durability(Durability.PROCESS).build();
    opened.add(repositories);
    return repositories.repository(URL);
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
