package dev.promotion.promoter;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.product.ApplicationName;
import dev.promotion.release.ReleaseId;

/** Where in a release something happens; errors begin with it. */
record Place(ReleaseId release, EnvironmentName environment, ApplicationName application) {

  Problem problem(ProblemCode code, String message) {
    return new Problem(code, toString(), message);
  }

  @Override
  public String toString() {
    return "release " + release + ", environment " + environment + ", application " + application;
  }
}
