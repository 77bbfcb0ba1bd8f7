package dev.promotion.yaml.internal.values;

import java.util.Locale;

/** The format of a file that holds values. */
public enum ValueFormat {
  /** YAML 1.2, of which JSON is a part. */
  YAML,
  /** JSON and nothing more. */
  JSON;

  /** Returns the format that a file has by its name. */
  public static ValueFormat of(String fileName) {
    return fileName.toLowerCase(Locale.ROOT).endsWith(".json") ? JSON : YAML;
  }
}
