/** Writes promoted values to Git repositories. */
@NullMarked
package dev.promotion.git;

import org.jspecify.annotations.NullMarked;
