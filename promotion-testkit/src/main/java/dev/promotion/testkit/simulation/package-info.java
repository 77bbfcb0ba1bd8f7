/**
 * Proves a flow by simulation: the real promoter, in one thread, under a virtual clock, with every
 * fault that a seed asks for, and a referee that looks at every step. {@link
 * dev.promotion.testkit.simulation.PromotionSimulation} is the entry.
 */
@NullMarked
package dev.promotion.testkit.simulation;

import org.jspecify.annotations.NullMarked;
