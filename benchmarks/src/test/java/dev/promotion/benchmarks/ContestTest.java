package dev.promotion.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContestTest {

  private static final RepositorySize SIZE = new RepositorySize(Layout.NESTED, 100);

  @TempDir Path folder;

  private final Measurements measurements = new Measurements();
  private final List<String> journal = new ArrayList<>();
  private GeneratedRepository generated;

  @BeforeEach
  void generate() throws IOException {
    generated = GeneratedRepository.in(folder, SIZE);
  }

  @Test
  void everyoneMakesEveryPromotionBeforeTheNextOne() throws IOException {
    Contest contest = contest(List.of(journaling("a"), journaling("b"), journaling("c")));

    contest.round(4);
    contest.round(4);

    for (int promotion = 1; promotion <= 8; promotion++) {
      assertThat(journal.subList(3 * promotion - 3, 3 * promotion))
          .containsExactlyInAnyOrder("a" + promotion, "b" + promotion, "c" + promotion);
    }
    assertThat(journal).as("not always in the same order").isNotEqualTo(sorted(journal));
  }

  @Test
  void aRoundIsTheMedianOfItsPromotions() throws IOException {
    Contest contest = contest(List.of(journaling("a")));

    contest.round(3);
    contest.round(3);

    assertThat(measurements.strategies()).containsExactly("a");
    assertThat(measurements.rounds("a")).hasSize(2).allMatch(time -> time > 0);
    assertThat(measurements.firsts("a")).hasSize(2);
  }

  @Test
  void whoMakesAnotherCommitIsFoundOut() {
    Contest contest = contest(List.of(cheating()));

    assertThatIllegalStateException()
        .isThrownBy(() -> contest.round(1))
        .withMessageStartingWith("cheat made " + generated.tree().commit());
  }

  private Contest contest(List<Strategy> strategies) {
    return new Contest(strategies, new Promotions(SIZE, 3), floor("reference"), measurements);
  }

  private FloorStrategy floor(String name) {
    try {
      Path copy = generated.copyTo(folder.resolve(name + ".git"));
      return new FloorStrategy(
          name, copy, generated.tree(), FloorObjects.Form.LOOSE, new Disk(false));
    } catch (IOException unexpected) {
      throw new AssertionError(unexpected);
    }
  }

  private Strategy journaling(String name) {
    FloorStrategy floor = floor(name);
    return new Strategy() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Path repository() {
        return floor.repository();
      }

      @Override
      public void prepare(Promotion promotion) {
        floor.prepare(promotion);
      }

      @Override
      public void promote(Promotion promotion) throws IOException {
        journal.add(name + promotion.number());
        floor.promote(promotion);
      }
    };
  }

  private Strategy cheating() {
    FloorStrategy floor = floor("cheat");
    return new Strategy() {
      @Override
      public String name() {
        return "cheat";
      }

      @Override
      public Path repository() {
        return floor.repository();
      }

      @Override
      public void promote(Promotion promotion) {}
    };
  }

  private static List<String> sorted(List<String> names) {
    return names.stream()
        .sorted(
            Comparator.comparing((String name) -> Integer.valueOf(name.substring(1)))
                .thenComparing(name -> name))
        .toList();
  }
}
