/**
 * What is wrong, where, and what to do: every refusal and every failure of the library is told as
 * {@link dev.promotion.problem.Problem}s with a stable {@link dev.promotion.problem.ProblemCode}.
 */
@NullMarked
package dev.promotion.problem;

import org.jspecify.annotations.NullMarked;
