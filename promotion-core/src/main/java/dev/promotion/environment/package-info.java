/**
 * The places that a product moves through; {@link dev.promotion.environment.Environment} is one.
 */
@NullMarked
package dev.promotion.environment;

import org.jspecify.annotations.NullMarked;
