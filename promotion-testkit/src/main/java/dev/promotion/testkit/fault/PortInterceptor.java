package dev.promotion.testkit.fault;

import java.util.function.Supplier;

/**
 * Stands in the place of every call that a promoter makes to its ports: it may make the call, make
 * it twice, later or not at all, and answer what it likes.
 *
 * <p>Users may implement it.
 */
public interface PortInterceptor {

  /**
   * Takes a call.
   *
   * @param call the call
   * @param real makes it; may be used any number of times
   * @param <T> what the call answers
   * @return the answer that the promoter gets
   */
  <T> T call(PortCall call, Supplier<T> real);
}
