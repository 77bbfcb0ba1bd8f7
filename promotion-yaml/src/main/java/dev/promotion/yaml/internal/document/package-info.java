/**
 * The documents as they are written: records whose components are the fields. {@link
 * dev.promotion.yaml.internal.document.DocumentReader} fills them from a tree and checks them.
 */
@NullMarked
package dev.promotion.yaml.internal.document;

import org.jspecify.annotations.NullMarked;
