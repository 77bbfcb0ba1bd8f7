package dev.promotion.yaml;

import dev.promotion.yaml.internal.finding.Findings;
import java.util.Optional;

/**
 * A text that may hold definitions.
 *
 * @param name what errors call it
 * @param meant whether it was named by the caller, and does not just lie in the folder
 * @param content its text
 */
record DefinitionFile(String name, boolean meant, Content content) {

  /** Where the text comes from. */
  @FunctionalInterface
  interface Content {

    /** Returns the text, or empty where it was refused for what is now in the findings. */
    Optional<String> text(Findings findings);
  }
}
