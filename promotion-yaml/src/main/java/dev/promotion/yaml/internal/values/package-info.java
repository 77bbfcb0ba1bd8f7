/**
 * Values inside YAML and JSON files: {@link dev.promotion.yaml.internal.values.ValueFile} knows
 * where each stands and how it is written, {@link dev.promotion.yaml.internal.values.ValueEditor}
 * changes some and leaves every other byte as it was.
 */
@NullMarked
package dev.promotion.yaml.internal.values;

import org.jspecify.annotations.NullMarked;
