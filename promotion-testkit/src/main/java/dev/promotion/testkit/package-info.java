/** In-memory adapters, a simulated cluster and a contract test for each port. */
@NullMarked
package dev.promotion.testkit;

import org.jspecify.annotations.NullMarked;
