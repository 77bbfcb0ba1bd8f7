package dev.promotion.testkit.simulation;

import dev.promotion.port.ReleaseStore;
import dev.promotion.promoter.SequentialPromoter;
import dev.promotion.release.ReleaseId;
import java.util.List;
import java.util.function.Function;

/** One process with a promoter in it, which may die and be started again. Not thread-safe. */
final class Engine {

  private final SkewedClock clock;
  private final ReleaseStore store;
  private final Function<SkewedClock, SequentialPromoter> start;
  private SequentialPromoter promoter;
  private boolean busy;

  Engine(SkewedClock clock, ReleaseStore store, Function<SkewedClock, SequentialPromoter> start) {
    this.clock = clock;
    this.store = store;
    this.start = start;
    this.promoter = start.apply(clock);
  }

  SkewedClock clock() {
    return clock;
  }

  SequentialPromoter promoter() {
    return promoter;
  }

  /** Reads which releases are open, as its driver does. */
  List<ReleaseId> open() {
    return store.open();
  }

  /** Tells whether it is in the middle of a call. */
  boolean isBusy() {
    return busy;
  }

  void setBusy(boolean busy) {
    this.busy = busy;
  }

  void restart() {
    promoter = start.apply(clock);
  }
}
