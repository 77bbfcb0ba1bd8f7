/**
 * Values in files by paths: {@link dev.promotion.yaml.internal.filevalues.ValueSearch} finds in the
 * tree of a file what paths lead to, and how it is written.
 */
@NullMarked
package dev.promotion.yaml.internal.filevalues;

import org.jspecify.annotations.NullMarked;
