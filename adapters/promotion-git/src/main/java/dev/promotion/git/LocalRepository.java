package dev.promotion.git;

import dev.promotion.port.Contents;
import dev.promotion.port.Fault;
import dev.promotion.port.PortException;
import dev.promotion.port.PreparedCommit;
import dev.promotion.port.Repository;
import dev.promotion.port.WriteResult;
import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.ProblemCode;
import dev.promotion.repository.BlobId;
import dev.promotion.repository.BranchHead;
import dev.promotion.repository.BranchName;
import dev.promotion.repository.CommitDraft;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.CommitInfo;
import dev.promotion.repository.FileEntry;
import dev.promotion.repository.RepositoryPath;
import dev.promotion.repository.Revision;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/** A bare repository on this machine. */
final class LocalRepository implements Repository, AutoCloseable {

  private final Failures failures;
  private final ObjectStore store;
  private final ObjectSource source;
  private final References references;
  private final CommitWriter writer;

  LocalRepository(String where, BareFolder folder, Durability durability) {
    this(where, folder, durability, UnaryOperator.identity());
  }

  /** Opens a repository; what it reads goes through the watch. */
  LocalRepository(
      String where, BareFolder folder, Durability durability, UnaryOperator<ObjectSource> watch) {
    this.failures = new Failures(where);
    this.store = new ObjectStore(folder);
    this.source = watch.apply(store);
    this.references = new References(folder.root());
    this.writer = new CommitWriter(folder, store, references, new Disk(durability));
  }

  @Override
  public BranchHead head(Revision revision) {
    return failures.telling(
        () -> {
          String name =
              revision.branch().map(branch -> References.HEADS + branch).orElse(Constants.HEAD);
          References.Target target = references.resolve(name);
          ObjectId commit = target.id().orElseThrow(() -> noBranch(revision, target.name()));
          return new BranchHead(branch(revision, target.name()), new CommitId(commit.name()));
        });
  }

  private BranchName branch(Revision revision, String name) {
    if (!name.startsWith(References.HEADS)) {
      throw noBranch(revision, name);
    }
    try {
      return new BranchName(name.substring(References.HEADS.length()));
    } catch (InvalidDefinitionException strange) {
      throw noBranch(revision, name);
    }
  }

  private PortException noBranch(Revision revision, String name) {
    return Failures.of(
        failures.where(),
        Fault.NOT_FOUND,
        ProblemCode.BRANCH_NOT_FOUND,
        revision.branch().isPresent()
            ? "branch '" + revision + "' is not there or has no commit; create it or name another"
            : "HEAD leads to '"
                + name
                + "', which is no branch with a commit; set the default branch");
  }

  @Override
  public CommitInfo commit(CommitId commit) {
    return failures.telling(() -> CommitText.info(new History(source).commit(id(commit))));
  }

  @Override
  public boolean contains(CommitId revision, CommitId commit) {
    return failures.telling(() -> new History(source).contains(id(revision), id(commit)));
  }

  @Override
  public Optional<CommitInfo> lastChange(CommitId after, CommitId upTo, RepositoryPath path) {
    return failures.telling(
        () ->
            new History(source)
                .lastChange(id(after), id(upTo), new PathInTree(path))
                .map(CommitText::info));
  }

  @Override
  public List<FileEntry> files(CommitId commit, RepositoryPath folder) {
    return failures.telling(
        () -> {
          ObjectId tree = CommitText.tree(source.read(id(commit), Constants.OBJ_COMMIT));
          return new TreeListing(source).below(tree, folder);
        });
  }

  @Override
  public Set<RepositoryPath> onceThere(CommitId upTo, Set<RepositoryPath> paths) {
    return failures.telling(() -> new History(source).onceThere(id(upTo), paths));
  }

  @Override
  public byte[] content(BlobId blob) {
    ObjectId id = ObjectId.fromString(blob.value());
    return failures.telling(() -> source.read(id, Constants.OBJ_BLOB).clone());
  }

  @Override
  public PreparedCommit prepare(CommitDraft draft) {
    return failures.telling(() -> GitCommit.prepare(draft, source));
  }

  @Override
  public WriteResult write(PreparedCommit commit, Contents contents) {
    return failures.telling(() -> writer.write(ours(commit), contents));
  }

  /** Works out again what another instance, or another adapter, prepared. */
  GitCommit ours(PreparedCommit commit) throws IOException {
    return commit instanceof GitCommit prepared
        ? prepared
        : GitCommit.prepare(commit.draft(), source);
  }

  /** Forgets packs that are gone, so that what is found is there to be read. */
  void lookAfresh() {
    failures.telling(
        () -> {
          store.packs().refresh();
          return true;
        });
  }

  Failures failures() {
    return failures;
  }

  ObjectStore store() {
    return store;
  }

  References references() {
    return references;
  }

  CommitWriter writer() {
    return writer;
  }

  private static ObjectId id(CommitId commit) {
    return ObjectId.fromString(commit.value());
  }

  @Override
  public void close() throws IOException {
    store.close();
  }
}
