package dev.promotion.promoter;

/** The entry point. */
public final class SequentialPromoter {
  private SequentialPromoter() {}
}
