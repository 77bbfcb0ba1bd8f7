/** Benchmarks of the promotion decision and of the adapters. */
@NullMarked
package dev.promotion.benchmarks;

import org.jspecify.annotations.NullMarked;
