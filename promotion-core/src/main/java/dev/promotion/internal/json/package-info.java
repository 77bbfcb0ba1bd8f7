/** The small part of JSON that a record of a release is written in. */
@NullMarked
package dev.promotion.internal.json;

import org.jspecify.annotations.NullMarked;
