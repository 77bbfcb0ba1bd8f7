/** How a release is shown to people. */
@NullMarked
package dev.promotion.view;

import org.jspecify.annotations.NullMarked;
