/**
 * Reads the documents of a catalog; {@link dev.promotion.yaml.PromotionYaml} is the entry.
 *
 * <p>All that is wrong with all documents is reported at once, each with its file, line, column and
 * field.
 */
@NullMarked
package dev.promotion.yaml;

import org.jspecify.annotations.NullMarked;
