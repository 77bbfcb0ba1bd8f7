package dev.promotion.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.promotion.problem.ProblemCode;
import dev.promotion.repository.BlobId;
import dev.promotion.repository.BranchName;
import dev.promotion.repository.CommitDraft;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.FileEdit;
import dev.promotion.repository.FileMode;
import dev.promotion.repository.Person;
import dev.promotion.repository.RepositoryPath;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.InMemoryRepository;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;

/** Splicing tree bytes gives the trees that Git would have written. */
class TreeEditorTest {

  private static final ObjectId CONTENT =
      ObjectId.fromString("1111111111111111111111111111111111111111");

  private final Map<ObjectId, GitObject> stored = new HashMap<>();
  private final ObjectSource source = id -> Optional.ofNullable(stored.get(id.toObjectId()));

  @Property(tries = 300)
  void treesAreThoseThatAnIndexWouldWrite(
      @ForAll("files") Map<String, FileMode> before, @ForAll("files") Map<String, FileMode> after)
      throws IOException {
    Map<String, FileMode> all = new HashMap<>(before);
    all.putAll(after);
    Assume.that(!before.isEmpty() && !after.isEmpty() && isConsistent(all));

    ObjectId start = edited(empty(), before);
    ObjectId end = edited(start, after);

    assertThat(start).isEqualTo(index(before));
    assertThat(end).isEqualTo(index(all));
  }

  @Property(tries = 300)
  void treesWithoutSomeFilesAreThoseThatAnIndexWouldWrite(
      @ForAll("files") Map<String, FileMode> before,
      @ForAll("files") Map<String, FileMode> after,
      @ForAll long choice)
      throws IOException {
    Map<String, FileMode> left = new HashMap<>(before);
    Random random = new Random(choice);
    left.keySet().removeIf(path -> random.nextBoolean());
    Set<String> gone = new HashSet<>(before.keySet());
    gone.removeAll(left.keySet());
    gone.removeAll(after.keySet());
    left.putAll(after);
    Assume.that(!before.isEmpty() && !(gone.isEmpty() && after.isEmpty()) && isConsistent(left));

    ObjectId end = edited(edited(empty(), before), after, gone);

    assertThat(end).isEqualTo(index(left));
  }

  @Example
  void nameThatDiffersOnlyInCaseIsRefused() throws IOException {
    ObjectId tree = edited(empty(), Map.of("qa/values.yaml", FileMode.REGULAR));

    assertThat(refusal(tree, "qa/Values.yaml").code()).isEqualTo(ProblemCode.PATH_CASE_CLASH);
    assertThat(refusal(tree, "QA/other.yaml").code()).isEqualTo(ProblemCode.PATH_CASE_CLASH);
    assertThat(refusal(tree, "qa/Values.yaml"))
        .hasMessage(
            "'qa/Values.yaml' differs from 'values.yaml', which is there, only in upper and lower"
                + " case; use one of the two names");
  }

  @Example
  void nameThatDiffersOnlyInItsCompositionIsRefused() throws IOException {
    ObjectId tree = edited(empty(), Map.of("caf\u00e9.yaml", FileMode.REGULAR));

    RefusedException refused = refusal(tree, "cafe\u0301.yaml");

    assertThat(refused.code()).isEqualTo(ProblemCode.PATH_UNICODE_CLASH);
  }

  @Example
  void fileThatHasItsContentAlreadyChangesNoTree() throws IOException {
    ObjectId tree = edited(empty(), Map.of("a/b.txt", FileMode.REGULAR));
    TreeEditor editor = new TreeEditor(source);

    ObjectId same = editor.edit(tree, draft(List.of(edit("a/b.txt", FileMode.REGULAR)), Set.of()));

    assertThat(same).isEqualTo(tree);
    assertThat(editor.made()).isEmpty();
  }

  @Provide
  Arbitrary<Map<String, FileMode>> files() {
    Arbitrary<String> part = Arbitraries.of("a", "a-b", "a.b", "a0", "ab", "z", "ä", "b");
    Arbitrary<String> path =
        part.list().ofMinSize(1).ofMaxSize(3).map(parts -> String.join("/", parts));
    return Arbitraries.maps(path, Arbitraries.of(FileMode.REGULAR, FileMode.EXECUTABLE))
        .ofMaxSize(12)
        .filter(TreeEditorTest::isConsistent);
  }

  private static boolean isConsistent(Map<String, FileMode> files) {
    return files.keySet().stream()
        .noneMatch(file -> files.keySet().stream().anyMatch(other -> other.startsWith(file + "/")));
  }

  private ObjectId empty() {
    GitObject tree = GitObject.of(org.eclipse.jgit.lib.Constants.OBJ_TREE, new byte[0]);
    stored.put(tree.id(), tree);
    return tree.id();
  }

  private ObjectId edited(ObjectId tree, Map<String, FileMode> files) throws IOException {
    return edited(tree, files, Set.of());
  }

  private ObjectId edited(ObjectId tree, Map<String, FileMode> files, Set<String> removed)
      throws IOException {
    TreeEditor editor = new TreeEditor(source);
    ObjectId root =
        editor.edit(
            tree,
            draft(
                files.entrySet().stream()
                    .map(file -> edit(file.getKey(), file.getValue()))
                    .toList(),
                removed));
    editor.made().forEach(made -> stored.put(made.id(), made));
    return root;
  }

  private RefusedException refusal(ObjectId tree, String path) {
    RefusedException refused =
        catchThrowableOfType(
            RefusedException.class, () -> edited(tree, Map.of(path, FileMode.REGULAR)));
    assertThat(refused).isNotNull();
    return refused;
  }

  private static CommitDraft draft(List<FileEdit> edits, Set<String> removed) {
    return new CommitDraft(
        new BranchName("main"),
        new CommitId(CONTENT.name()),
        edits,
        removed.stream().map(RepositoryPath::new).toList(),
        new Person("Promotion", "promotion@example.com"),
        Instant.EPOCH,
        "promote");
  }

  private static FileEdit edit(String path, FileMode mode) {
    return new FileEdit(new RepositoryPath(path), mode, new BlobId(CONTENT.name()));
  }

  private static ObjectId index(Map<String, FileMode> files) throws IOException {
    DirCache index = DirCache.newInCore();
    DirCacheBuilder builder = index.builder();
    files.forEach(
        (path, mode) -> {
          DirCacheEntry entry = new DirCacheEntry(path.getBytes(UTF_8));
          entry.setFileMode(org.eclipse.jgit.lib.FileMode.fromBits(mode.bits()));
          entry.setObjectId(CONTENT);
          builder.add(entry);
        });
    builder.finish();
    try (InMemoryRepository memory = new InMemoryRepository(new DfsRepositoryDescription("index"));
        ObjectInserter inserter = memory.newObjectInserter()) {
      return index.writeTree(inserter);
    }
  }
}
