/**
 * What of an application is promoted: which files, and which values in them. A {@link
 * dev.promotion.template.JsonPath} leads to values, a {@link dev.promotion.template.NormalizedPath}
 * to exactly one place.
 */
@NullMarked
package dev.promotion.template;

import org.jspecify.annotations.NullMarked;
