package dev.promotion.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The folders and files of a generated repository after some promotions, in memory: what a writer
 * gets to know without reading.
 */
final class TreeState {

  private final GeneratedTree start;
  private final Map<String, byte[]> changed = new HashMap<>();
  private String commit;

  TreeState(GeneratedTree start) {
    this.start = start;
    this.commit = start.commit();
  }

  /** Returns the id of the newest commit. */
  String commit() {
    return commit;
  }

  /** Returns the folders from the one of a promotion up to the root, whose path is empty. */
  static List<String> foldersUp(Promotion promotion) {
    List<String> folders = new ArrayList<>();
    String folder = promotion.folder();
    while (!folder.isEmpty()) {
      folders.add(folder);
      folder = folder.substring(0, Math.max(folder.lastIndexOf('/'), 0));
    }
    folders.add("");
    return folders;
  }

  byte[] folder(String path) {
    byte[] tree = changed.get(path);
    return tree == null ? start.folder(path) : tree;
  }

  /** Returns the content of a file of a promotion. */
  byte[] content(Promotion promotion, String file) {
    byte[] content = changed.get(promotion.path(file));
    return content == null ? generated(promotion.folder(), file) : content;
  }

  /** Remembers the folders and files of a commit by their paths. */
  void moveTo(String newCommit, Map<String, byte[]> written) {
    changed.putAll(written);
    commit = newCommit;
  }

  private static byte[] generated(String folder, String file) {
    String[] parts = folder.split("/", -1);
    String app = parts[parts.length - 2];
    return SampleFiles.content(
        Integer.parseInt(app.substring(app.indexOf('-') + 1)),
        SampleFiles.ENVIRONMENTS.indexOf(parts[parts.length - 1]),
        SampleFiles.NAMES.indexOf(file));
  }
}
