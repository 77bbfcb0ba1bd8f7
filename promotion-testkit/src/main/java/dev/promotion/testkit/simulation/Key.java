package dev.promotion.testkit.simulation;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.product.ApplicationName;
import dev.promotion.release.ReleaseEvent;

/** One application in one environment: what is committed at most once in a release. */
record Key(EnvironmentName environment, ApplicationName application) {

  static Key of(ReleaseEvent.OfApplication event) {
    return new Key(event.environment(), event.application());
  }

  @Override
  public String toString() {
    return application + " in " + environment;
  }
}
