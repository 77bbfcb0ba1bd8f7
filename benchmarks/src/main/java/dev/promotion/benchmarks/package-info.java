/**
 * Measures the library against what a user would pick instead, side by side in one run.
 *
 * <p>{@link dev.promotion.benchmarks.CommitBenchmark} is a program of its own, not JMH: most of
 * what it compares with are processes that take seconds.
 */
@NullMarked
package dev.promotion.benchmarks;

import org.jspecify.annotations.NullMarked;
