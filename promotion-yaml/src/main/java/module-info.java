/** Reads and writes the documents of a catalog. */
module dev.promotion.yaml {
  requires transitive dev.promotion.core;
  requires static transitive org.jspecify;
}
