package dev.promotion.testkit;

import dev.promotion.flow.FlowStep;
import dev.promotion.flow.PromotionFlow;

/** The flows that several specifications use. */
final class Flows {

  private Flows() {}

  static PromotionFlow threeEnvironments() {
    return PromotionFlow.of(
        "three-env-promotion", "dev", FlowStep.of("qa", "dev"), FlowStep.of("production", "qa"));
  }

  /** Two branches side by side that meet again. */
  static PromotionFlow diamond() {
    return PromotionFlow.of(
        "diamond",
        "dev",
        FlowStep.of("production", "qa-eu", "qa-us"),
        FlowStep.of("qa-eu", "dev"),
        FlowStep.of("qa-us", "dev"));
  }
}
