package dev.promotion.benchmarks;

import dev.promotion.port.PreparedCommit;
import dev.promotion.port.Repositories;
import dev.promotion.port.Repository;
import dev.promotion.port.WriteResult;
import dev.promotion.repository.BlobId;
import dev.promotion.repository.BranchHead;
import dev.promotion.repository.BranchName;
import dev.promotion.repository.CommitDraft;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.FileEdit;
import dev.promotion.repository.FileEntry;
import dev.promotion.repository.Person;
import dev.promotion.repository.RepositoryPath;
import dev.promotion.repository.RepositoryUrl;
import dev.promotion.repository.Revision;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Ours: the calls that the promoter makes to the repository port for one commit. */
final class PortStrategy implements Strategy {

  private static final Person AUTHOR = new Person(GitObject.AUTHOR, GitObject.EMAIL);
  private static final Revision BRANCH = new Revision(GeneratedRepository.BRANCH);

  private final String name;
  private final Path folder;
  private final Repositories repositories;
  private final RepositoryUrl url;

  PortStrategy(String name, Path folder, Repositories repositories, RepositoryUrl url) {
    this.name = name;
    this.folder = folder;
    this.repositories = repositories;
    this.url = url;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Path repository() {
    return folder;
  }

  @Override
  public void promote(Promotion promotion) {
    Repository repository = repositories.repository(url);
    BranchHead head = repository.head(BRANCH);
    Map<BlobId, byte[]> contents = new HashMap<>();
    List<FileEdit> edits = edits(repository, head.commit(), promotion, contents);
    PreparedCommit commit = repository.prepare(draft(promotion, head, edits));
    WriteResult result = repository.write(commit, blob -> content(contents, blob));
    if (result != WriteResult.WRITTEN) {
      throw new IllegalStateException(name + " wrote nothing: " + result);
    }
  }

  private static List<FileEdit> edits(
      Repository repository, CommitId head, Promotion promotion, Map<BlobId, byte[]> contents) {
    RepositoryPath source = new RepositoryPath(promotion.folder());
    List<FileEdit> edits = new ArrayList<>();
    for (FileEntry file : repository.files(head, source)) {
      if (Promotion.FILES.contains(file.path())) {
        byte[] content = promotion.edit(repository.content(file.id()));
        BlobId blob = new BlobId(GitObject.hex(GitObject.id(ObjectKind.BLOB, content)));
        contents.put(blob, content);
        edits.add(new FileEdit(source.resolve(new RepositoryPath(file.path())), file.mode(), blob));
      }
    }
    return edits;
  }

  private static CommitDraft draft(Promotion promotion, BranchHead head, List<FileEdit> edits) {
    return new CommitDraft(
        new BranchName(GeneratedRepository.BRANCH),
        head.commit(),
        edits,
        AUTHOR,
        promotion.time(),
        promotion.message());
  }

  private static byte[] content(Map<BlobId, byte[]> contents, BlobId blob) {
    byte[] content = contents.get(blob);
    if (content == null) {
      throw new IllegalArgumentException("asked for the unknown content " + blob);
    }
    return content;
  }
}
