package dev.promotion.environment;

/** Whether users depend on what runs in an environment. */
public enum EnvironmentKind {
  /** Users depend on it. */
  PRODUCTION,
  /** Only the makers of the product do. */
  NON_PRODUCTION
}
