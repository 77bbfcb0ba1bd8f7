package dev.promotion.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.promotion.fuzz.Target;
import dev.promotion.repository.BlobId;
import dev.promotion.repository.BranchName;
import dev.promotion.repository.CommitDraft;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.FileEdit;
import dev.promotion.repository.FileMode;
import dev.promotion.repository.Person;
import dev.promotion.repository.RepositoryPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.internal.storage.file.PackIndex;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * Trees, commits and packs as somebody else stored them. The first letter says what the rest is
 * read as.
 */
public final class ObjectTarget implements Target {

  private static final ObjectId ANY = ObjectId.fromString("1".repeat(40));
  private static final int INDEX_LENGTH = 1136;

  /** Creates the target. */
  public ObjectTarget() {}

  @Override
  public void read(byte[] input) throws IOException {
    if (input.length == 0) {
      return;
    }
    byte[] rest = Arrays.copyOfRange(input, 1, input.length);
    switch (input[0]) {
      case 't' -> tree(rest);
      case 'l' -> new TreeListing(everywhere(rest)).below(ANY, RepositoryPath.ROOT);
      case 'e' -> new TreeEditor(everywhere(rest)).edit(ANY, changes());
      case 'c' -> commit(rest);
      case 'h' -> PackEntry.parse(1000, rest);
      case 'r' -> References.id("refs/heads/main", new String(rest, UTF_8));
      case 'p' -> pack(rest);
      default -> pack(input);
    }
  }

  private static void tree(byte[] bytes) throws IOException {
    RawTree tree = new RawTree(bytes);
    for (RawTree.Entry entry : tree.entries()) {
      tree.name(entry);
      tree.replace(entry, ANY);
    }
    tree.insert(new byte[] {'m'}, FileMode.REGULAR.bits(), ANY);
    if (tree.entry(new byte[] {'m'}).isEmpty()) {
      throw new AssertionError("what was inserted is not there");
    }
  }

  private static CommitDraft changes() {
    BlobId blob = new BlobId("2".repeat(40));
    return new CommitDraft(
        new BranchName("main"),
        new CommitId("3".repeat(40)),
        List.of(
            new FileEdit(new RepositoryPath("a/b/c.yaml"), FileMode.REGULAR, blob),
            new FileEdit(new RepositoryPath("d.yaml"), FileMode.EXECUTABLE, blob)),
        List.of(new RepositoryPath("a"), new RepositoryPath("e/f")),
        new Person("Promotion", "promotion@example.com"),
        Instant.EPOCH,
        "promote");
  }

  /** A folder that holds itself, and nothing else but what the input says. */
  private static ObjectSource everywhere(byte[] tree) {
    return id -> Optional.of(new GitObject(id.toObjectId(), Constants.OBJ_TREE, tree));
  }

  private static void commit(byte[] bytes) throws IOException {
    ObjectSource source =
        id -> Optional.of(new GitObject(id.toObjectId(), Constants.OBJ_COMMIT, bytes));
    CommitText.tree(bytes);
    new Failures("a repository")
        .telling(
            () -> {
              try (RevWalk walk = new RevWalk(new StoreReader(source))) {
                return CommitText.info(walk.parseCommit(ANY));
              }
            });
  }

  /** The first part is the index, which is long enough for the table that it starts with. */
  private static void pack(byte[] bytes) throws IOException {
    int split = Math.min(bytes.length, INDEX_LENGTH);
    Pack.checkIndex(new ByteArrayInputStream(bytes, 0, split), split);
    PackIndex index = PackIndex.read(new ByteArrayInputStream(bytes, 0, split));
    byte[] data = Arrays.copyOfRange(bytes, split, bytes.length);
    try (Pack pack = new Pack(new PackBytes(Path.of("pack-x.pack"), data), index)) {
      for (PackIndex.MutableEntry entry : index) {
        pack.find(entry.toObjectId());
      }
    }
  }
}
