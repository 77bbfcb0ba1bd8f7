package dev.promotion.testkit.simulation;

import java.nio.file.Path;

/**
 * A promoter or an adapter made wrong on purpose, as a change to its source.
 *
 * @param what what it does wrong
 * @param source the source file, from the folder of the modules on
 * @param right the text that is right; it stands there exactly once, whatever its line breaks
 * @param wrong the text that takes its place
 */
record Bug(String what, Path source, String right, String wrong) {

  static Bug inCore(String what, String file, String right, String wrong) {
    return new Bug(what, folder("promotion-core", "").resolve(file), right, wrong);
  }

  static Bug inTestkit(String what, String file, String right, String wrong) {
    return new Bug(what, folder("promotion-testkit", "testkit").resolve(file), right, wrong);
  }

  private static Path folder(String module, String rest) {
    return Path.of("..", module, "src", "main", "java", "dev", "promotion", rest);
  }

  @Override
  public String toString() {
    return what;
  }
}
