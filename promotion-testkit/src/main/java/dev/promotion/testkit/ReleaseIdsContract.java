package dev.promotion.testkit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.port.ReleaseIds;
import dev.promotion.release.ReleaseId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every source of {@link ReleaseIds} must do, as tests. Extend it in the tests of a source:
 *
 * <pre>{@code
 * class SequenceTest extends ReleaseIdsContract {
 *   @Override
 *   protected ReleaseIds newIds() {
 *     return new Sequence(database);
 *   }
 * }
 * }</pre>
 */
public abstract class ReleaseIdsContract {

  private static final int MANY = 10_000;
  private static final int RUNNERS = 8;

  private @Nullable ReleaseIds ids;

  /** Creates the tests. */
  protected ReleaseIdsContract() {}

  /**
   * Creates a source of ids. Called before each test, and again within one for a second source, as
   * another process would have it.
   *
   * @return a source
   */
  protected abstract ReleaseIds newIds();

  @BeforeEach
  final void takeIds() {
    ids = newIds();
  }

  private ReleaseIds ids() {
    return requireNonNull(ids, "a test has not begun");
  }

  @Test
  void noIdComesTwice() {
    assertThat(drawn(ids())).doesNotHaveDuplicates().hasSize(MANY);
  }

  @Test
  void noIdOfOneProcessIsThatOfAnother() {
    List<ReleaseId> both = new ArrayList<>(drawn(ids()));
    both.addAll(drawn(newIds()));

    assertThat(both).doesNotHaveDuplicates();
  }

  @Test
  void processThatStartsAgainDoesNotBeginAnew() {
    List<ReleaseId> firsts = Stream.generate(() -> newIds().next()).limit(100).toList();

    assertThat(firsts).doesNotHaveDuplicates();
  }

  @Test
  void noIdComesTwiceToManyWhoAskAtOnce() throws Exception {
    List<List<ReleaseId>> drawn = Race.of(RUNNERS, runner -> drawn(ids()));

    assertThat(drawn.stream().flatMap(Collection::stream))
        .doesNotHaveDuplicates()
        .hasSize(RUNNERS * MANY);
  }

  private static List<ReleaseId> drawn(ReleaseIds ids) {
    return Stream.generate(ids::next).limit(MANY).toList();
  }
}
