/** What several packages of this module share and no other module may use. */
@NullMarked
package dev.promotion.internal;

import org.jspecify.annotations.NullMarked;
