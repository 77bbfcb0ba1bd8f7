package dev.promotion.git;

import dev.promotion.port.Contents;
import dev.promotion.port.PortException;
import dev.promotion.port.WriteResult;
import dev.promotion.problem.ProblemCode;
import dev.promotion.repository.BranchHead;
import dev.promotion.repository.BranchName;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.Revision;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectIdRef;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.PushConnection;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.jspecify.annotations.Nullable;

/** Keeps a cache and the server that it belongs to together. */
final class RemoteLink {

  private static final Logger LOG = System.getLogger(RemoteLink.class.getName());

  /** Where the cache remembers the branches of the server. */
  static final String REMEMBERED = "refs/promotion/heads/";

  private final LocalRepository cache;
  private final RemoteConnection server;
  private final Disk disk;
  private final Map<String, ReentrantLock> turns = new ConcurrentHashMap<>();

  RemoteLink(LocalRepository cache, Disk disk, RemoteConnection server) {
    this.cache = cache;
    this.disk = disk;
    this.server = server;
  }

  /** Reads where a branch is now, and has the cache hold all that it leads to. */
  BranchHead fetch(Revision revision) {
    String name = revision.branch().map(each -> References.HEADS + each).orElse(Constants.HEAD);
    return server.fetching(
        view(),
        List.of(name),
        (connection, failures) -> {
          Tip tip =
              Tip.of(connection.getRef(name))
                  .filter(Tip::isBranch)
                  .orElseThrow(() -> noBranch(failures, revision));
          take(connection, List.of(tip));
          return new BranchHead(
              new BranchName(tip.name().substring(References.HEADS.length())),
              new CommitId(tip.id().name()));
        });
  }

  /** What a reference of the server leads to. */
  private record Tip(String name, ObjectId id, Ref ref) {

    static Optional<Tip> of(@Nullable Ref ref) {
      ObjectId id = ref == null ? null : ref.getObjectId();
      return ref == null || id == null
          ? Optional.empty()
          : Optional.of(new Tip(ref.getLeaf().getName(), id, ref));
    }

    boolean isBranch() {
      return name.startsWith(References.HEADS);
    }
  }

  private static PortException noBranch(RemoteFailures failures, Revision revision) {
    return failures.notFound(
        ProblemCode.BRANCH_NOT_FOUND,
        revision.branch().isPresent()
            ? "branch '" + revision + "' is not there; create it or name another"
            : "HEAD leads to no branch with a commit; set the default branch of the repository");
  }

  /** Fetches what the cache lacks of some tips, and remembers the branches among them. */
  private void take(FetchConnection connection, List<Tip> tips) throws IOException {
    List<Ref> lacking = tips.stream().filter(tip -> !has(tip.id())).<Ref>map(Tip::ref).toList();
    if (!lacking.isEmpty()) {
      RemoteConnection.fetch(connection, lacking);
    }
    tips.stream().filter(Tip::isBranch).forEach(tip -> remember(tip.name(), tip.id()));
  }

  /** Leaves a hint for the next fetch; if another process is faster, its hint is as good. */
  private void remember(String branch, ObjectId commit) {
    String name = REMEMBERED + branch.substring(References.HEADS.length());
    try {
      Optional<ObjectId> before = cache.references().direct(name);
      if (!before.equals(Optional.of(commit))) {
        cache.writer().remember(name, before, commit);
      }
    } catch (IOException failed) {
      LOG.log(Level.DEBUG, "without a hint the next fetch brings more than it must", failed);
    }
  }

  /** Tells whether the cache has an object; if not, it is looked for on the server first. */
  boolean ensure(ObjectId id) {
    return has(id) || fetchedBranches(id, remembered()) || fetchedElsewhere(id);
  }

  private boolean has(ObjectId id) {
    return cache.failures().telling(() -> cache.store().onDisk(id).isPresent());
  }

  private List<String> remembered() {
    List<String> names = new ArrayList<>();
    names.add(Constants.HEAD);
    references()
        .keySet()
        .forEach(name -> names.add(References.HEADS + name.substring(REMEMBERED.length())));
    return names;
  }

  /** Asks for the object itself; what many servers do not give so is looked for in all branches. */
  private boolean fetchedElsewhere(ObjectId id) {
    try {
      return fetchedById(id) || fetchedAll(id);
    } catch (PortException unknown) {
      if (fetchedAll(id)) {
        return true;
      }
      throw unknown;
    }
  }

  private boolean fetchedAll(ObjectId id) {
    return fetchedBranches(id, List.of(References.HEADS + "*"));
  }

  private boolean fetchedBranches(ObjectId id, List<String> names) {
    return server.fetching(
        view(),
        names,
        (connection, failures) -> {
          boolean all = names.get(0).endsWith("*");
          List<Tip> tips =
              connection.getRefs().stream()
                  .filter(ref -> all || names.contains(ref.getName()))
                  .flatMap(ref -> Tip.of(ref).stream())
                  .filter(Tip::isBranch)
                  .toList();
          take(connection, tips);
          return has(id);
        });
  }

  private boolean fetchedById(ObjectId id) {
    return server.fetching(
        view(),
        List.of(Constants.HEAD),
        (connection, failures) -> {
          try {
            Ref wanted = new ObjectIdRef.Unpeeled(Ref.Storage.NETWORK, id.name(), id);
            RemoteConnection.fetch(connection, List.of(wanted));
          } catch (IOException failed) {
            // Servers that refuse it name it; anything else may be the way to them.
            if (String.valueOf(failed.getMessage()).contains(id.name())) {
              return false;
            }
            throw failed;
          }
          return has(id);
        });
  }

  /** Pushes a commit if its branch is at exactly its parent. */
  WriteResult push(GitCommit commit, Contents contents) {
    String branch = References.HEADS + commit.draft().branch();
    ReentrantLock turn = turns.computeIfAbsent(branch, any -> new ReentrantLock());
    turn.lock();
    try {
      return new Push(commit, branch, contents).run();
    } finally {
      turn.unlock();
    }
  }

  /** One commit on its way to the server. */
  private final class Push {

    private static final int ATTEMPTS = 5;

    /** What Git and JGit say, in place of a reason, when another holds or moves the branch. */
    private static final Pattern BUSY =
        Pattern.compile(
            "(?i)failed to lock|failed to update ref|cannot lock ref|incorrect old value"
                + "|invalid old id");

    private final GitCommit commit;
    private final String branch;
    private final Contents contents;
    private final ObjectId parent;

    Push(GitCommit commit, String branch, Contents contents) {
      this.commit = commit;
      this.branch = branch;
      this.contents = contents;
      this.parent = ObjectId.fromString(commit.draft().parent().value());
    }

    WriteResult run() {
      for (int attempt = 1; ; attempt++) {
        PortException failed;
        try {
          TransportRepository view = view();
          return server.pushing(view, (connection, failures) -> push(view, connection, failures));
        } catch (PortException unknown) {
          failed = unknown;
        }
        // The answer may be lost, or another may have been faster: what counts is the branch.
        Optional<WriteResult> seen = outcome(position(failed));
        if (seen.isPresent()) {
          return seen.get();
        }
        if (failed.code() != ProblemCode.CONTENTION || attempt == ATTEMPTS) {
          throw failed;
        }
      }
    }

    private WriteResult push(
        TransportRepository view, PushConnection connection, RemoteFailures failures)
        throws IOException {
      Ref advertised = connection.getRef(branch);
      Optional<WriteResult> seen = outcome(Optional.ofNullable(advertised).map(Ref::getObjectId));
      if (seen.isPresent()) {
        return seen.get();
      }
      store();
      RemoteRefUpdate update =
          RemoteConnection.push(view, connection, branch, parent, commit.objectId());
      if (update.getStatus() == RemoteRefUpdate.Status.OK) {
        remember(branch, commit.objectId());
        return WriteResult.WRITTEN;
      }
      String words = update.getMessage() + " " + connection.getMessages();
      boolean busy = BUSY.matcher(String.valueOf(update.getMessage())).find();
      throw busy ? failures.busy(words) : failures.refused(words);
    }

    private void store() {
      // Told here: a fault of the content or of the disk is none of the server.
      cache
          .failures()
          .telling(
              () -> {
                cache.writer().store(commit, contents).close();
                return commit;
              });
    }

    private Optional<WriteResult> outcome(Optional<ObjectId> current) {
      if (current.equals(Optional.of(commit.objectId()))) {
        return Optional.of(WriteResult.WRITTEN);
      }
      return current.equals(Optional.of(parent))
          ? Optional.empty()
          : Optional.of(WriteResult.BRANCH_MOVED);
    }

    private Optional<ObjectId> position(PortException failed) {
      try {
        return server.fetching(
            view(),
            List.of(branch),
            (connection, failures) ->
                Optional.ofNullable(connection.getRef(branch)).map(Ref::getObjectId));
      } catch (PortException unknown) {
        // What was refused may be there already, by an earlier push: then nothing is refused.
        PortException told = failed.fault().waits() ? failed : unknown;
        told.addSuppressed(told == failed ? unknown : failed);
        throw told;
      }
    }
  }

  private Map<String, ObjectId> references() {
    return cache.failures().telling(() -> cache.references().below(REMEMBERED));
  }

  private TransportRepository view() {
    return new TransportRepository(cache.store(), disk, references());
  }
}
