package dev.promotion.testkit.fault;

/**
 * Stands before and after every call that a promoter makes to its ports. What it throws takes the
 * place of the call or of its answer, so a test can let the process die, or a reply get lost.
 *
 * <p>Users may implement it.
 */
public interface PortObserver {

  /**
   * Is told that a call is about to be made; nothing has happened yet.
   *
   * @param call the call
   */
  void before(PortCall call);

  /**
   * Is told that a call was made; its effect is there, but the caller has not seen the answer.
   *
   * @param call the call
   */
  void after(PortCall call);
}
