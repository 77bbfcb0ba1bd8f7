/**
 * The small interfaces between the promoter and the outside, and the values that cross them. An
 * adapter implements one of them and proves itself with the contract suite of the testkit.
 */
@NullMarked
package dev.promotion.port;

import org.jspecify.annotations.NullMarked;
