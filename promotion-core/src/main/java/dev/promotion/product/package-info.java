/**
 * What is promoted: a {@link dev.promotion.product.Product} and its {@link
 * dev.promotion.product.Application}s, each with the place of its files in Git.
 */
@NullMarked
package dev.promotion.product;

import org.jspecify.annotations.NullMarked;
