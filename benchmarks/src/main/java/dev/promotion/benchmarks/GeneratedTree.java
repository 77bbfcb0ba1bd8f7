package dev.promotion.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything that a generated repository holds: its folders as Git stores them, and its one commit.
 */
final class GeneratedTree {

  /** When every generated repository was made. */
  static final Instant IMPORTED = Instant.parse("2026-01-01T00:00:00Z");

  private static final String FOLDER = "40000";
  private static final String FILE = "100644";

  private final RepositorySize size;
  private final Map<String, byte[]> folders = new HashMap<>();
  private final ObjectSink sink;
  private final String commit;

  private GeneratedTree(RepositorySize size, ObjectSink sink) throws IOException {
    this.size = size;
    this.sink = sink;
    byte[] root = addFolders();
    commit =
        GitObject.hex(
            sink.add(
                ObjectKind.COMMIT, GitObject.commit(root, "", IMPORTED, "import the files\n")));
  }

  /** Generates a repository into a sink. */
  static GeneratedTree into(ObjectSink sink, RepositorySize size) throws IOException {
    return new GeneratedTree(size, sink);
  }

  RepositorySize size() {
    return size;
  }

  /** Returns the id of the only commit. */
  String commit() {
    return commit;
  }

  /** Returns the tree of a folder; the path of the root is empty. */
  byte[] folder(String path) {
    byte[] tree = folders.get(path);
    if (tree == null) {
      throw new IllegalArgumentException("no folder " + path);
    }
    return tree;
  }

  private byte[] addFolders() throws IOException {
    ByteArrayOutputStream apps = new ByteArrayOutputStream();
    TreeMap<String, ByteArrayOutputStream> teams = new TreeMap<>();
    Layout layout = size.layout();
    for (int app = 0; app < size.apps(); app++) {
      String parent = layout.parent(app);
      String name = layout.app(app);
      ByteArrayOutputStream siblings =
          layout == Layout.FLAT
              ? apps
              : teams.computeIfAbsent(parent, path -> new ByteArrayOutputStream());
      GitObject.addEntry(siblings, FOLDER, name, addApp(app, parent + "/" + name));
    }
    for (Map.Entry<String, ByteArrayOutputStream> team : teams.entrySet()) {
      String name = team.getKey().substring("apps/".length());
      GitObject.addEntry(apps, FOLDER, name, addFolder(team.getKey(), team.getValue()));
    }
    ByteArrayOutputStream root = new ByteArrayOutputStream();
    GitObject.addEntry(root, FOLDER, "apps", addFolder("apps", apps));
    return addFolder("", root);
  }

  private byte[] addApp(int app, String path) throws IOException {
    ByteArrayOutputStream tree = new ByteArrayOutputStream();
    for (int at = 0; at < SampleFiles.ENVIRONMENTS.size(); at++) {
      String name = SampleFiles.ENVIRONMENTS.get(at);
      GitObject.addEntry(tree, FOLDER, name, addEnvironment(app, at, path + "/" + name));
    }
    return addFolder(path, tree);
  }

  private byte[] addEnvironment(int app, int environment, String path) throws IOException {
    ByteArrayOutputStream tree = new ByteArrayOutputStream();
    for (int file = 0; file < SampleFiles.NAMES.size(); file++) {
      byte[] id = sink.add(ObjectKind.BLOB, SampleFiles.content(app, environment, file));
      GitObject.addEntry(tree, FILE, SampleFiles.NAMES.get(file), id);
    }
    return addFolder(path, tree);
  }

  private byte[] addFolder(String path, ByteArrayOutputStream entries) throws IOException {
    byte[] tree = entries.toByteArray();
    folders.put(path, tree);
    return sink.add(ObjectKind.TREE, tree);
  }
}
