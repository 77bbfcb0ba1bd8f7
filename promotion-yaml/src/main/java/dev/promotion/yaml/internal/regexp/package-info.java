/**
 * Regular expressions that cannot run away: {@link dev.promotion.yaml.internal.regexp.IRegexp} is
 * I-Regexp (RFC 9485), matched in time that grows with the text and the expression only.
 */
@NullMarked
package dev.promotion.yaml.internal.regexp;

import org.jspecify.annotations.NullMarked;
