package dev.promotion.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.promotion.fuzz.Target;
import dev.promotion.port.Repository;
import dev.promotion.problem.PromotionException;
import dev.promotion.repository.BlobId;
import dev.promotion.repository.BranchHead;
import dev.promotion.repository.BranchName;
import dev.promotion.repository.CommitDraft;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.FileEdit;
import dev.promotion.repository.FileMode;
import dev.promotion.repository.Person;
import dev.promotion.repository.RepositoryPath;
import dev.promotion.repository.RepositoryUrl;
import dev.promotion.repository.Revision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.internal.storage.file.GC;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.TreeFormatter;

/**
 * A repository on disk, one file of which was written by somebody else: the first byte says which,
 * the rest is what stands in it.
 */
public final class DiskTarget implements Target {

  private static final RepositoryUrl URL =
      new RepositoryUrl("https://git.example.com/acme/shop.git");

  private final Path folder;
  private final Path repository;
  private final CommitId newest;
  private final CommitId oldest;
  private final BlobId blob;
  private final List<Path> files;

  /** Creates the target, with a repository that has loose and packed objects and references. */
  public DiskTarget() {
    try {
      folder = Files.createTempDirectory("promotion-fuzz");
      repository = folder.resolve("acme/shop.git");
      Runtime.getRuntime().addShutdownHook(new Thread(this::delete, "delete-fuzzed-repository"));
      try (FileRepository git = new FileRepository(repository.toFile())) {
        git.create(true);
        git.updateRef(Constants.HEAD).link("refs/heads/main");
        oldest = commit(git, "main", "tag: 1\n");
        commit(git, "other", "tag: 0\n");
        new GC(git).gc().get();
        newest = commit(git, "main", "tag: 2\n");
      }
      files = files();
      try (GitRepositories adapter = GitRepositories.open(folder)) {
        blob = adapter.repository(URL).files(newest, RepositoryPath.ROOT).get(0).id();
      }
    } catch (Exception failed) {
      throw new IllegalStateException("the repository could not be made", failed);
    }
  }

  private static CommitId commit(FileRepository git, String branch, String values)
      throws IOException {
    try (ObjectInserter inserter = git.newObjectInserter()) {
      TreeFormatter below = new TreeFormatter();
      below.append(
          "values.yaml",
          org.eclipse.jgit.lib.FileMode.REGULAR_FILE,
          inserter.insert(Constants.OBJ_BLOB, values.getBytes(UTF_8)));
      TreeFormatter root = new TreeFormatter();
      root.append("app", org.eclipse.jgit.lib.FileMode.TREE, inserter.insert(below));
      CommitBuilder commit = new CommitBuilder();
      commit.setTreeId(inserter.insert(root));
      ObjectId parent = git.resolve(Constants.R_HEADS + branch);
      if (parent != null) {
        commit.setParentId(parent);
      }
      PersonIdent dana = new PersonIdent("Dana", "d@example.com", Instant.EPOCH, ZoneOffset.UTC);
      commit.setAuthor(dana);
      commit.setCommitter(dana);
      commit.setMessage("Set the tag\n");
      ObjectId id = inserter.insert(commit);
      inserter.flush();
      RefUpdate update = git.updateRef(Constants.R_HEADS + branch);
      update.setNewObjectId(id);
      update.update();
      return new CommitId(id.name());
    }
  }

  @Override
  public void read(byte[] input) throws IOException {
    if (input.length == 0) {
      return;
    }
    Path file = files.get((input[0] & 0xff) % files.size());
    boolean present = Files.exists(file);
    byte[] good = present ? Files.readAllBytes(file) : new byte[0];
    write(file, Arrays.copyOfRange(input, 1, input.length));
    try {
      use();
    } finally {
      if (present) {
        write(file, good);
      } else {
        Files.delete(file);
      }
    }
  }

  /** Calls everything that reads; each call may be refused without the others. */
  private void use() {
    PromotionException last = null;
    try (GitRepositories adapter = GitRepositories.open(folder)) {
      for (Call call : CALLS) {
        try {
          call.on(this, adapter.repository(URL));
        } catch (PromotionException refused) {
          if (refused.getMessage().contains(folder.toString())) {
            throw new AssertionError("a path of this machine is told", refused);
          }
          last = refused;
        }
      }
    }
    if (last != null) {
      throw last;
    }
  }

  private interface Call {
    void on(DiskTarget target, Repository repository);
  }

  private static final List<Call> CALLS =
      List.of(
          (target, each) -> each.head(Revision.HEAD),
          (target, each) -> each.head(new Revision("other")),
          (target, each) -> each.files(target.newest, RepositoryPath.ROOT),
          (target, each) -> each.files(target.oldest, new RepositoryPath("app")),
          (target, each) -> each.content(target.blob),
          (target, each) -> each.commit(target.newest),
          (target, each) -> each.contains(target.newest, target.oldest),
          (target, each) ->
              each.lastChange(target.oldest, target.newest, new RepositoryPath("app/values.yaml")),
          (target, each) -> each.prepare(target.draft(each)));

  private CommitDraft draft(Repository each) {
    BranchHead head = each.head(Revision.HEAD);
    return new CommitDraft(
        new BranchName("main"),
        head.commit(),
        List.of(new FileEdit(new RepositoryPath("app/deep/values.yaml"), FileMode.REGULAR, blob)),
        new Person("promotion", "promotion@example.com"),
        Instant.EPOCH,
        "promote\n");
  }

  /** Every file of the repository, and some that could be there, the same ones on each machine. */
  private List<Path> files() throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> all = Files.walk(repository)) {
      all.filter(Files::isRegularFile)
          .filter(each -> !each.toString().contains("logs") && !each.toString().contains("hooks"))
          .forEach(found::add);
    }
    for (String more : List.of("objects/info/alternates", "shallow", "commondir")) {
      found.add(repository.resolve(more));
    }
    found.sort(Comparator.comparing(Path::toString));
    return List.copyOf(found);
  }

  /** Written beside it and moved, as Git does, so that no stamp of the old file is left. */
  private static void write(Path file, byte[] content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.deleteIfExists(file);
    Files.write(file, content);
  }

  private void delete() {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
