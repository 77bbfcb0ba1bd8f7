package dev.promotion.benchmarks;

import java.io.IOException;
import java.nio.file.Path;

/** A way to make a promotion commit in a bare repository of its own. */
interface Strategy {

  /** Returns the name in the table. */
  String name();

  /** Returns the repository that gets the commits. */
  Path repository();

  /** Gets what is to be had for free. Not measured. */
  default void prepare(Promotion promotion) throws IOException {}

  /** Makes the commit. Measured. */
  void promote(Promotion promotion) throws IOException;

  /** Puts away what the last promotion left behind. Not measured. */
  default void tidy() throws IOException {}
}
