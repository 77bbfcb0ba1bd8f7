package dev.promotion.jdbc;

import dev.promotion.flow.FlowStep;
import dev.promotion.flow.PromotionFlow;
import dev.promotion.port.ReleaseStore;
import dev.promotion.release.RecordedEvent;
import dev.promotion.release.Release;
import dev.promotion.release.ReleaseId;
import dev.promotion.testkit.PromotionScenario;
import java.util.List;

/** The events of a release that went through two environments. */
final class Events {

  static final PromotionFlow FLOW =
      PromotionFlow.of(
          "three-env-promotion", "dev", FlowStep.of("qa", "dev"), FlowStep.of("production", "qa"));

  /** The product of the release. */
  static final String PRODUCT = "cf-101";

  private static final int MANY = 700;

  private static final List<RecordedEvent> ALL =
      PromotionScenario.of(FLOW).product(PRODUCT).trigger().events();

  private Events() {}

  static List<RecordedEvent> all() {
    return ALL;
  }

  static ReleaseId release() {
    return Release.replay(ALL).id();
  }

  /** Puts the whole release into a store, one event after the other. */
  static void keepIn(ReleaseStore store) {
    for (RecordedEvent each : ALL) {
      store.append(release(), each.sequence() - 1, List.of(each));
    }
  }

  /**
   * Keeps a release of many events, so that the file becomes large.
   *
   * @return its events
   */
  static List<RecordedEvent> manyIn(JdbcReleaseStore opened) {
    try (JdbcReleaseStore store = opened) {
      RecordedEvent newest = ALL.get(0);
      store.append(release(), 0, List.of(newest));
      for (int number = 0; number < MANY; number++) {
        newest = newest.next(newest.at(), ALL.get(1).event());
        store.append(release(), newest.sequence() - 1, List.of(newest));
      }
      return store.load(release());
    }
  }
}
