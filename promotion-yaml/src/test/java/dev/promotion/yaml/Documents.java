package dev.promotion.yaml;

/** Documents for tests. */
final class Documents {

  /** The flow of the tutorial, exactly as it is saved: no policy at all. */
  static final String SEED_FLOW =
      """
      apiVersion: codefresh.io/v1beta1
      kind: PromotionFlow
      metadata:
        name: three-env-promotion
      spec:
        triggerEnvironment: dev
        steps:
          - environment: qa
            dependsOn:
              - dev
          - environment: production
            dependsOn:
              - qa
      """;

  /** The environments that the flows of the tests lead through. */
  static final String ENVIRONMENTS =
      environment("dev") + "---\n" + environment("qa") + "---\n" + environment("production");

  private Documents() {}

  /** Returns an environment that its applications name. */
  static String environment(String name) {
    return """
    apiVersion: promotion.dev/v1
    kind: Environment
    metadata:
      name: %s
    spec:
      kind: Non-production
    """
        .formatted(name);
  }

  /**
   * Returns a flow of our own version from dev to qa; lines 1 to 9, more of its spec from 10 on.
   */
  static String flow(String... moreOfSpec) {
    return """
    apiVersion: promotion.dev/v1
    kind: PromotionFlow
    metadata:
      name: flow
    spec:
      triggerEnvironment: dev
      steps:
        - environment: qa
          dependsOn: [dev]
    """
        + lines(moreOfSpec);
  }

  /** Returns a flow of our own version with this spec, which starts at line 6. */
  static String flowOf(String... spec) {
    return """
    apiVersion: promotion.dev/v1
    kind: PromotionFlow
    metadata:
      name: flow
    spec:
    """
        + lines(spec);
  }

  /** Returns an application of the product cf-101; its spec starts at line 8. */
  static String application(String... spec) {
    return """
    apiVersion: argoproj.io/v1alpha1
    kind: Application
    metadata:
      name: cf-101-dev
      annotations:
        codefresh.io/product: cf-101
    spec:
    """
        + lines(spec);
  }

  /** Returns lines as the spec of a document. */
  static String lines(String... lines) {
    StringBuilder text = new StringBuilder();
    for (String line : lines) {
      text.append("  ").append(line).append('\n');
    }
    return text.toString();
  }
}
