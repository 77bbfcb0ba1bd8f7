package dev.promotion.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.promotion.benchmarks.Options.Rival;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

  @Test
  void withoutOptionsAllFiveRepositoriesAndAllRivalsAreMeasured() {
    Options options = Options.of(List.of());

    assertThat(options.repositories())
        .hasToString("[nested-100, nested-10000, nested-100000, nested-500000, flat-100000]");
    assertThat(options.rivals()).containsExactly(Rival.values());
    assertThat(options.rounds()).isEqualTo(9);
  }

  @Test
  void everySizeIsMeasuredInEveryLayout() {
    Options options = Options.of(List.of("--files", "100,200", "--layout", "nested,flat"));

    assertThat(options.repositories())
        .containsExactly(
            new RepositorySize(Layout.NESTED, 100),
            new RepositorySize(Layout.NESTED, 200),
            new RepositorySize(Layout.FLAT, 100),
            new RepositorySize(Layout.FLAT, 200));
  }

  @Test
  void rivalsAreChosenByTheNamesThatTheUsageShows() {
    Options options = Options.of(List.of("--vs", "floor,fast-import"));

    assertThat(options.rivals()).containsExactlyInAnyOrder(Rival.FLOOR, Rival.FAST_IMPORT);
  }

  @Test
  void anythingElseIsRefusedWithTheReason() {
    assertRefused("there is no option --fast", "--fast", "yes");
    assertRefused("--rounds needs a value", "--rounds");
    assertRefused("--rounds takes a positive number, not 0", "--rounds", "0");
    assertRefused("there is no svn to choose", "--vs", "svn");
    assertRefused("an application has 20 files, so 110 is no size", "--files", "110");
  }

  private static void assertRefused(String message, String... arguments) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Options.of(List.of(arguments)))
        .withMessage(message);
  }
}
