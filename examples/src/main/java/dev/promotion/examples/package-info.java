/** Programs to run and to copy from. */
@NullMarked
package dev.promotion.examples;

import org.jspecify.annotations.NullMarked;
