/**
 * How a product is promoted to an environment: {@link dev.promotion.policy.PromotionPolicy} says it
 * for many, {@link dev.promotion.policy.EffectivePolicy} is what holds for one.
 */
@NullMarked
package dev.promotion.policy;

import org.jspecify.annotations.NullMarked;
