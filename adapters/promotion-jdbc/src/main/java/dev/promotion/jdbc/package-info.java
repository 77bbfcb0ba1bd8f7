/**
 * Keeps releases in a database: {@link dev.promotion.jdbc.JdbcReleaseStore}, over any data source
 * or in a file of this process.
 */
@NullMarked
package dev.promotion.jdbc;

import org.jspecify.annotations.NullMarked;
