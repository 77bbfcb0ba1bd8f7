/**
 * One promotion from its trigger to its end: a {@link dev.promotion.release.Release} is the sum of
 * its {@link dev.promotion.release.ReleaseEvent}s. Nothing here acts.
 */
@NullMarked
package dev.promotion.release;

import org.jspecify.annotations.NullMarked;
