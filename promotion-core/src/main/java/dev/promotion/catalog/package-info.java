/**
 * All definitions together: a {@link dev.promotion.catalog.Catalog} looks them up by name and is
 * cross-checked when it is built.
 */
@NullMarked
package dev.promotion.catalog;

import org.jspecify.annotations.NullMarked;
