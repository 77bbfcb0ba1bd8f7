/** Reads and writes the documents of a catalog. */
@NullMarked
package dev.promotion.yaml;

import org.jspecify.annotations.NullMarked;
