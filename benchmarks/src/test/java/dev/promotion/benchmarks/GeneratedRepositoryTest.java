package dev.promotion.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.promotion.port.Repository;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.FileEntry;
import dev.promotion.repository.RepositoryPath;
import dev.promotion.repository.Revision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GeneratedRepositoryTest {

  private static final int FILES = 100;
  private static final RepositorySize SIZE = new RepositorySize(Layout.NESTED, FILES);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void everyFileReadsBackThroughThePort(Layout layout) throws IOException {
    GeneratedRepository generated =
        GeneratedRepository.in(folder, new RepositorySize(layout, FILES));
    try (Ports ports = new Ports(folder)) {
      Repository repository = ports.repositories(true).repository(ports.url(generated.folder()));

      CommitId head = repository.head(Revision.HEAD).commit();
      List<FileEntry> files = repository.files(head, RepositoryPath.ROOT);

      assertThat(head).hasToString(generated.tree().commit());
      assertThat(files).hasSize(FILES);
      for (FileEntry file : files) {
        assertThat(repository.content(file.id())).isEqualTo(content(file.path()));
      }
    }
  }

  @Test
  void filesAreSmallAndNoTwoAreTheSame() {
    Set<String> seen = new HashSet<>();

    for (int app = 0; app < 50; app++) {
      for (int environment = 0; environment < SampleFiles.ENVIRONMENTS.size(); environment++) {
        for (int file = 0; file < SampleFiles.NAMES.size(); file++) {
          byte[] content = SampleFiles.content(app, environment, file);
          assertThat(content).hasSizeBetween(300, 1500);
          seen.add(GitObject.hex(GitObject.id(ObjectKind.BLOB, content)));
        }
      }
    }

    assertThat(seen).hasSize(50 * SampleFiles.AN_APP);
  }

  /** What was measured on one machine must be what is measured on another. */
  @Test
  void theSameRepositoryIsGeneratedEverywhere() throws IOException {
    assertThat(commit(Layout.NESTED)).isEqualTo("74d507074d9bf8e1b4cbabf5b4c0d808067272f2");
    assertThat(commit(Layout.FLAT)).isEqualTo("2972352f0d6c56c424cdc8dea474437d1ece2665");
  }

  @Test
  void nestedFoldersHoldFiftyApplicationsAndTheFlatOneHoldsAll() {
    assertThat(Layout.NESTED.parent(49)).isEqualTo("apps/team-000");
    assertThat(Layout.NESTED.parent(50)).isEqualTo("apps/team-001");
    assertThat(Layout.NESTED.parents(51)).isEqualTo(2);
    assertThat(Layout.FLAT.parent(4999)).isEqualTo("apps");
  }

  @Test
  void aRepositoryIsGeneratedOnce() throws IOException {
    Path made = GeneratedRepository.in(folder, SIZE).folder();
    Path mark = Files.createFile(made.resolve("mark"));

    GeneratedRepository again = GeneratedRepository.in(folder, SIZE);

    assertThat(mark).exists();
    assertThat(again.tree().commit()).isEqualTo(commit(Layout.NESTED));
  }

  @Test
  void aFolderWithAnotherRepositoryIsRefused() throws IOException {
    Path made = GeneratedRepository.in(folder, SIZE).folder();
    Files.writeString(GeneratedRepository.ref(made), "0".repeat(40) + "\n");

    assertThatIOException()
        .isThrownBy(() -> GeneratedRepository.in(folder, SIZE))
        .withMessageContaining("remove the folder");
  }

  private static String commit(Layout layout) throws IOException {
    return GeneratedTree.into(GitObject::id, new RepositorySize(layout, FILES)).commit();
  }

  private static byte[] content(String path) {
    String[] parts = path.split("/", -1);
    int last = parts.length - 1;
    return SampleFiles.content(
        Integer.parseInt(parts[last - 2].substring("app-".length())),
        SampleFiles.ENVIRONMENTS.indexOf(parts[last - 1]),
        SampleFiles.NAMES.indexOf(parts[last]));
  }
}
