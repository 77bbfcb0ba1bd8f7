package dev.promotion.promoter;

import dev.promotion.port.Contents;
import dev.promotion.repository.BlobId;
import dev.promotion.repository.CommitDraft;
import dev.promotion.repository.FileEdit;
import dev.promotion.repository.RepositoryPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What has to change in the files of an application so that they hold a cargo.
 *
 * @param edits the files that are set, in the order of their paths
 * @param removed the files that are deleted, in the order of their paths
 * @param edited the bytes of those that nobody has yet, because values were put into them
 */
record Changes(List<FileEdit> edits, List<RepositoryPath> removed, Map<BlobId, byte[]> edited) {

  static final Changes NONE = new Changes(List.of(), List.of(), Map.of());

  Changes {
    edits = List.copyOf(edits);
    removed = List.copyOf(removed);
    edited = Map.copyOf(edited);
  }

  boolean isEmpty() {
    return edits.isEmpty() && removed.isEmpty();
  }

  /** Tells whether these are the changes that a commit makes. */
  boolean areOf(CommitDraft draft) {
    return edits.equals(draft.edits()) && removed.equals(draft.removed());
  }

  /** Finds what was edited here, and all else where the cargo comes from. */
  Contents or(Contents source) {
    return blob -> Optional.ofNullable(edited.get(blob)).orElseGet(() -> source.content(blob));
  }
}
