/**
 * Where a promotion is driven from: {@link dev.promotion.promoter.SequentialPromoter} is the one
 * entry point of the library.
 */
@NullMarked
package dev.promotion.promoter;

import org.jspecify.annotations.NullMarked;
