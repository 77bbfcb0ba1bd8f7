package dev.promotion.testkit.fault;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A call from a promoter to the outside.
 *
 * @param port the simple name of the port, such as {@code ReleaseStore}
 * @param method the method, such as {@code append}
 * @param arguments what is handed over, none of it null; to a repository first its address
 */
public record PortCall(String port, String method, List<Object> arguments) {

  /** Checks that nothing is missing. */
  public PortCall {
    requireNonNull(port, "port");
    requireNonNull(method, "method");
    arguments = List.copyOf(arguments);
  }

  /** Returns port and method. */
  @Override
  public String toString() {
    return port + "." + method;
  }
}
