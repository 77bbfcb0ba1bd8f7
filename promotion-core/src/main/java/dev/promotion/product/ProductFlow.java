package dev.promotion.product;

import static java.util.Objects.requireNonNull;

import dev.promotion.flow.FlowName;
import java.util.List;

/**
 * A flow of a product ({@code promotionFlows[]}).
 *
 * @param flow the flow
 * @param selectors the commits that start it, all of which must match; empty where it is started by
 *     hand only
 */
public record ProductFlow(FlowName flow, List<TriggerSelector> selectors) {

  /** Copies the selectors. */
  public ProductFlow {
    requireNonNull(flow, "flow");
    selectors = List.copyOf(selectors);
  }
}
