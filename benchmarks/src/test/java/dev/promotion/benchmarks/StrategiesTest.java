package dev.promotion.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.port.Repository;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.FileEntry;
import dev.promotion.repository.RepositoryPath;
import dev.promotion.repository.Revision;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever is measured does the same work: the same commits come out, byte for byte. */
class StrategiesTest {

  private static final int FILES = 100;
  private static final RepositorySize SIZE = new RepositorySize(Layout.NESTED, FILES);
  private static final int FEW = 3;

  /** Enough for ours to merge its packs on the way. */
  private static final int MANY = 40;

  @TempDir Path folder;

  private GeneratedRepository generated;
  private Ports ports;

  @BeforeEach
  void generate() throws IOException {
    generated = GeneratedRepository.in(folder, SIZE);
    ports = new Ports(folder);
  }

  @AfterEach
  void close() {
    ports.close();
  }

  @ParameterizedTest
  @EnumSource
  void oursAndTheFloorMakeTheSameCommits(FloorObjects.Form form) throws IOException {
    Strategy ours = ours(false);
    Strategy floor = floor(form, false);

    run(List.of(ours, floor), MANY);

    assertThat(everything(floor)).isEqualTo(everything(ours)).hasSize(FILES);
  }

  @ParameterizedTest
  @EnumSource
  void theyMakeTheSameCommitsWhenTheyAreDurable(FloorObjects.Form form) throws IOException {
    Strategy ours = ours(true);
    Strategy floor = floor(form, true);

    run(List.of(ours, floor), FEW);

    assertThat(everything(floor)).isEqualTo(everything(ours)).hasSize(FILES);
  }

  @Test
  void aPromotionChangesThreeFilesOfOneFolder() throws IOException {
    Strategy ours = ours(true);
    List<String> before = everything(ours);
    Promotion promotion = new Promotions(SIZE, 1).next();

    ours.promote(promotion);

    List<String> changed = new ArrayList<>(everything(ours));
    changed.removeAll(before);
    assertThat(changed)
        .hasSize(3)
        .allMatch(file -> file.contains(promotion.folder() + "/"))
        .allMatch(file -> file.contains("\nversion: 2.0.1\n"))
        .allMatch(file -> file.endsWith("# promoted by release 1\n"));
  }

  private void run(List<Strategy> strategies, int count) throws IOException {
    FloorStrategy reference =
        new FloorStrategy(
            "reference",
            generated.copyTo(folder.resolve("reference.git")),
            generated.tree(),
            FloorObjects.Form.PACK,
            new Disk(false));
    Promotions promotions = new Promotions(SIZE, 7);
    new Contest(strategies, promotions, reference, new Measurements()).round(count);
  }

  private Strategy ours(boolean durable) throws IOException {
    Path copy = generated.copyTo(folder.resolve("ours.git"));
    return new PortStrategy("ours", copy, ports.repositories(durable), ports.url(copy));
  }

  private Strategy floor(FloorObjects.Form form, boolean durable) throws IOException {
    Path copy = generated.copyTo(folder.resolve("floor.git"));
    return new FloorStrategy("floor", copy, generated.tree(), form, new Disk(durable));
  }

  /** Reads all files of the newest commit: path, mode and content. */
  private List<String> everything(Strategy strategy) {
    Repository repository = ports.repositories(true).repository(ports.url(strategy.repository()));
    CommitId head = repository.head(Revision.HEAD).commit();
    List<String> files = new ArrayList<>();
    for (FileEntry file : repository.files(head, RepositoryPath.ROOT)) {
      String content = new String(repository.content(file.id()), UTF_8);
      files.add(file.path() + " " + file.mode() + "\n" + content);
    }
    return files;
  }
}
