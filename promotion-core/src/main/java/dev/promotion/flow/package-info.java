/**
 * The way of a product through its environments: a {@link dev.promotion.flow.PromotionFlow} is a
 * checked graph that starts at the trigger environment.
 */
@NullMarked
package dev.promotion.flow;

import org.jspecify.annotations.NullMarked;
