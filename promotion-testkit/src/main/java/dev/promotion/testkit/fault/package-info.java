/**
 * Lets things go wrong on purpose: {@link dev.promotion.testkit.fault.CrashRun} lets the process
 * die at any call to a port, {@link dev.promotion.testkit.fault.ObservedPorts} lets a test do
 * anything else there.
 */
@NullMarked
package dev.promotion.testkit.fault;

import org.jspecify.annotations.NullMarked;
