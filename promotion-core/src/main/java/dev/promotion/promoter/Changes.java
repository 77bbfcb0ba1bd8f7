package dev.promotion.promoter;

import dev.promotion.port.Contents;
import dev.promotion.repository.BlobId;
import dev.promotion.repository.FileEdit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What has to change in the files of an application so that they hold a cargo.
 *
 * @param edits the files that are set, in the order of their paths
 * @param edited the bytes of those that nobody has yet, because values were put into them
 */
record Changes(List<FileEdit> edits, Map<BlobId, byte[]> edited) {

  Changes {
    edits = List.copyOf(edits);
    edited = Map.copyOf(edited);
  }

  /** Finds what was edited here, and all else where the cargo comes from. */
  Contents or(Contents source) {
    return blob -> Optional.ofNullable(edited.get(blob)).orElseGet(() -> source.content(blob));
  }
}
