package dev.promotion.yaml;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * Gives properties the tries that they ask for, and a hundred times as many for a release ({@code
 * -Prelease-proof}).
 */
public final class ProofTries implements AroundPropertyHook {

  private static final int FACTOR =
      "release".equals(System.getProperty("promotion.proof")) ? 100 : 1;

  @Override
  public PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext context, PropertyExecutor property) {
    int asked = context.attributes().tries().orElseThrow();
    context.attributes().setTries(asked * FACTOR);
    return property.execute();
  }

  @Override
  public PropagationMode propagateTo() {
    return PropagationMode.ALL_DESCENDANTS;
  }

  @Override
  public int aroundPropertyProximity() {
    return Integer.MIN_VALUE;
  }
}
