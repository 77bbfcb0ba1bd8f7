package dev.promotion.testkit.simulation;

import dev.promotion.port.ReleaseStore;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * What a run is made under.
 *
 * @param engines how many processes there are
 * @param stableFor how long an application must stay healthy
 * @param healthLag how long the cluster tells the old health after a sync
 * @param store makes the store of a run
 */
record Conditions(
    int engines, Duration stableFor, Duration healthLag, Supplier<ReleaseStore> store) {}
