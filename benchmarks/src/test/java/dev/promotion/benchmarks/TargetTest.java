package dev.promotion.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TargetTest {

  private static final RepositorySize NESTED_100K = new RepositorySize(Layout.NESTED, 100_000);
  private static final RepositorySize NESTED_500K = new RepositorySize(Layout.NESTED, 500_000);

  @Test
  void oursIsHeldAgainstEachFloor() {
    Measurements measured = new Measurements();
    measured.add(Entrants.OURS, List.of(3.0));
    measured.add(Entrants.FLOOR_LOOSE, List.of(2.0));
    measured.add(Entrants.FLOOR_PACK, List.of(1.0));

    List<Target> targets = Target.of(Map.of(NESTED_100K, measured));

    assertThat(targets).extracting(target -> target.measured().median()).containsExactly(3.0, 1.5);
    assertThat(targets).extracting(Target::isMet).containsExactly(false, true);
  }

  @Test
  void rivalsAreToTakeManyTimesOurTime() {
    Measurements measured = new Measurements();
    measured.add(Entrants.OURS, List.of(2.0));
    measured.add(FastImportStrategy.NAME, List.of(12.0));

    List<Target> targets = Target.of(Map.of(NESTED_100K, measured));

    assertThat(targets).hasSize(1);
    assertThat(targets.get(0).measured().median()).isEqualTo(6);
    assertThat(targets.get(0).isMet()).isTrue();
  }

  @Test
  void growthComparesTheRoundsOfTwoRepositories() {
    Measurements small = new Measurements();
    small.add(Entrants.OURS, List.of(2.0));
    small.add(Entrants.OURS, List.of(1.0));
    small.add(Entrants.OURS, List.of(1.0));
    Measurements large = new Measurements();
    large.add(Entrants.OURS, List.of(2.0));
    large.add(Entrants.OURS, List.of(1.5));
    large.add(Entrants.OURS, List.of(1.2));

    List<Target> targets = Target.of(Map.of(NESTED_100K, small, NESTED_500K, large));

    assertThat(targets).hasSize(1);
    assertThat(targets.get(0).measured().median()).isEqualTo(1.2);
    assertThat(targets.get(0).isMet()).isTrue();
  }

  @Test
  void whatWasNotMeasuredIsNoTarget() {
    assertThat(Target.of(Map.of())).isEmpty();
  }
}
