package dev.promotion.port;

/** How an application is, in the words of Argo CD. */
public enum HealthStatus {
  /** All of it works. */
  HEALTHY,
  /** It is on the way to be healthy. */
  PROGRESSING,
  /** It does not work. */
  DEGRADED,
  /** It is paused. */
  SUSPENDED,
  /** It is not there yet. */
  MISSING,
  /** That cannot be told. */
  UNKNOWN
}
