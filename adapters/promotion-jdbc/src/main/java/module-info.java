/** Keeps releases in a database. */
module dev.promotion.jdbc {
  requires transitive dev.promotion.core;
  requires transitive java.sql;
  requires static transitive org.jspecify;

  exports dev.promotion.jdbc;
}
