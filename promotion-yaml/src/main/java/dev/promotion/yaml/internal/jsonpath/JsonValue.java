package dev.promotion.yaml.internal.jsonpath;

import java.util.List;
import java.util.Map;

/** A value that paths lead through; whoever has a tree of another kind shows it as this. */
public interface JsonValue {

  /** What a value may be. */
  enum Kind {
    /** A map. */
    OBJECT,
    /** A list. */
    ARRAY,
    /** A text. */
    STRING,
    /** A number. */
    NUMBER,
    /** True or false. */
    BOOLEAN,
    /** Null. */
    NULL
  }

  /** Returns what the value is. */
  Kind kind();

  /** Returns the members of an object in their order; empty for any other value. */
  Map<String, ? extends JsonValue> members();

  /** Returns the elements of an array; empty for any other value. */
  List<? extends JsonValue> elements();

  /**
   * Returns what a string says, a number as JSON writes it, or {@code true} or {@code false}; empty
   * for any other value.
   */
  String text();
}
