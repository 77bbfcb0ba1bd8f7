package dev.promotion.yaml.internal.tree;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Hands a text to the engine in one piece. In pieces the engine fails where a character outside of
 * the basic plane, such as an emoji, lies across the end of one.
 */
public final class WholeText {

  private WholeText() {}

  /** Returns a reader of a text. */
  public static StreamReader reader(String text) {
    LoadSettings wide = LoadSettings.builder().setBufferSize(text.length() + 2).build();
    return new StreamReader(wide, text);
  }
}
