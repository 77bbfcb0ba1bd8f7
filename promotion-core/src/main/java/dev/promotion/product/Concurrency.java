package dev.promotion.product;

/** What a newer release of a product does to an older one that still runs. */
public enum Concurrency {
  /** It waits for the older one. */
  QUEUE,
  /** It ends the older one where both promote to the same environment. */
  TERMINATE
}
