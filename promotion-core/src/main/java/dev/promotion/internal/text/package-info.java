/** How text from outside is shown. */
@NullMarked
package dev.promotion.internal.text;

import org.jspecify.annotations.NullMarked;
