package dev.promotion.git;

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
import dev.promotion.repository.Revision;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;

/**
 * A repository on another machine, seen through a bare cache. Branches are asked of the server each
 * time; what has an id is read from the cache, and fetched where the cache does not have it.
 */
final class RemoteRepository implements Repository, AutoCloseable {

  private final LocalRepository cache;
  private final RemoteLink link;

  RemoteRepository(LocalRepository cache, RemoteLink link) {
    this.cache = cache;
    this.link = link;
  }

  @Override
  public BranchHead head(Revision revision) {
    return link.fetch(revision);
  }

  @Override
  public CommitInfo commit(CommitId commit) {
    link.ensure(id(commit.value()));
    return cache.commit(commit);
  }

  @Override
  public boolean contains(CommitId revision, CommitId commit) {
    // The cache has all that comes before a commit that it has.
    return link.ensure(id(revision.value())) && cache.contains(revision, commit);
  }

  @Override
  public Optional<CommitInfo> lastChange(CommitId after, CommitId upTo, RepositoryPath path) {
    link.ensure(id(upTo.value()));
    return cache.lastChange(after, upTo, path);
  }

  @Override
  public List<FileEntry> files(CommitId commit, RepositoryPath folder) {
    link.ensure(id(commit.value()));
    return cache.files(commit, folder);
  }

  @Override
  public Set<RepositoryPath> onceThere(CommitId upTo, Set<RepositoryPath> paths) {
    link.ensure(id(upTo.value()));
    return cache.onceThere(upTo, paths);
  }

  @Override
  public byte[] content(BlobId blob) {
    link.ensure(id(blob.value()));
    return cache.content(blob);
  }

  @Override
  public PreparedCommit prepare(CommitDraft draft) {
    link.ensure(id(draft.parent().value()));
    return cache.prepare(draft);
  }

  @Override
  public WriteResult write(PreparedCommit commit, Contents contents) {
    cache.lookAfresh();
    link.ensure(id(commit.draft().parent().value()));
    return link.push(cache.failures().telling(() -> cache.ours(commit)), contents);
  }

  private static ObjectId id(String value) {
    return ObjectId.fromString(value);
  }

  @Override
  public void close() throws IOException {
    cache.close();
  }
}
