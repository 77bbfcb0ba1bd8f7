package dev.promotion.benchmarks;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * One promotion: three files of one application in one environment, each with another version and a
 * line more.
 *
 * @param number which one it is in its repository
 * @param folder the folder of the files
 */
record Promotion(int number, String folder) {

  /** The files that it changes, in the order of their names. */
  static final List<String> FILES = List.of("Chart.yaml", "config.yaml", "values.yaml");

  private static final String VERSION = "\nversion: ";

  /** Returns the path of a file from the root of the repository. */
  String path(String file) {
    return folder + "/" + file;
  }

  String message() {
    return "promote benchmark 2.0." + number + " to " + folder + "\n";
  }

  Instant time() {
    return GeneratedTree.IMPORTED.plusSeconds(number);
  }

  /** Returns the new content of a file. */
  byte[] edit(byte[] content) {
    String text = new String(content, StandardCharsets.US_ASCII);
    int from = text.indexOf(VERSION) + VERSION.length();
    int to = text.indexOf('\n', from);
    String edited =
        text.substring(0, from)
            + "2.0."
            + number
            + text.substring(to)
            + "# promoted by release "
            + number
            + "\n";
    return edited.getBytes(StandardCharsets.US_ASCII);
  }
}
