package dev.promotion.testkit.fault;

import dev.promotion.promoter.PromoterBuilder;
import dev.promotion.promoter.Trigger;

/**
 * The outside of one run with crashes: what stays when the process dies. A new one is made for
 * every run.
 *
 * <p>Users may implement it.
 */
public interface CrashWorld {

  /**
   * Starts the process anew, on what the earlier ones left.
   *
   * @param ports what every port is to be wrapped with
   * @return a promoter that is ready to be built
   */
  PromoterBuilder promoter(ObservedPorts ports);

  /**
   * Returns what is promoted. It carries a key, so that it can be repeated after a crash.
   *
   * @return the trigger
   */
  Trigger trigger();
}
