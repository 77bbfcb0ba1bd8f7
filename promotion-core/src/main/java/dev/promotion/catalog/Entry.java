package dev.promotion.catalog;

/** A definition and where it was written. */
record Entry<T>(T definition, Origin origin) {}
