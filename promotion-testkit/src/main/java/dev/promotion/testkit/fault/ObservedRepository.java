package dev.promotion.testkit.fault;

import static java.util.Objects.requireNonNull;

import dev.promotion.port.Contents;
import dev.promotion.port.PreparedCommit;
import dev.promotion.port.Repository;
import dev.promotion.port.WriteResult;
import dev.promotion.repository.BlobId;
import dev.promotion.repository.BranchHead;
import dev.promotion.repository.CommitDraft;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.CommitInfo;
import dev.promotion.repository.FileEntry;
import dev.promotion.repository.RepositoryPath;
import dev.promotion.repository.RepositoryUrl;
import dev.promotion.repository.Revision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** A repository whose every call is observed. */
final class ObservedRepository implements Repository {

  private final Repository real;
  private final RepositoryUrl url;
  private final ObservedPorts ports;

  ObservedRepository(Repository real, RepositoryUrl url, ObservedPorts ports) {
    this.real = requireNonNull(real, "repository");
    this.url = url;
    this.ports = ports;
  }

  @Override
  public List<FileEntry> files(CommitId commit, RepositoryPath folder) {
    return call("files", () -> real.files(commit, folder), commit, folder);
  }

  @Override
  public Set<RepositoryPath> onceThere(CommitId upTo, Set<RepositoryPath> paths) {
    return call("onceThere", () -> real.onceThere(upTo, paths), upTo, paths);
  }

  @Override
  public byte[] content(BlobId blob) {
    return call("content", () -> real.content(blob), blob);
  }

  @Override
  public BranchHead head(Revision revision) {
    return call("head", () -> real.head(revision), revision);
  }

  @Override
  public CommitInfo commit(CommitId commit) {
    return call("commit", () -> real.commit(commit), commit);
  }

  @Override
  public boolean contains(CommitId revision, CommitId commit) {
    return call("contains", () -> real.contains(revision, commit), revision, commit);
  }

  @Override
  public Optional<CommitInfo> lastChange(CommitId after, CommitId upTo, RepositoryPath path) {
    return call("lastChange", () -> real.lastChange(after, upTo, path), after, upTo, path);
  }

  @Override
  public PreparedCommit prepare(CommitDraft draft) {
    return call("prepare", () -> real.prepare(draft), draft);
  }

  @Override
  public WriteResult write(PreparedCommit commit, Contents contents) {
    return call("write", () -> real.write(commit, contents), commit, contents);
  }

  private <T> T call(String method, Supplier<T> question, Object... arguments) {
    List<Object> all = new ArrayList<>();
    all.add(url);
    all.addAll(List.of(arguments));
    return ports.call(new PortCall("Repository", method, all), question);
  }
}
