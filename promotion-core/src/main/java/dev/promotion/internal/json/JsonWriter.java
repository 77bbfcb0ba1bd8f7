package dev.promotion.internal.json;

import java.util.List;
import java.util.function.BiConsumer;

/**
 * Writes one object of JSON in the one form that {@link JsonReader} takes: names in the order in
 * which they are written, no blanks, escapes only where JSON needs them. Texts, whole numbers,
 * objects and lists are all there is. Not thread-safe.
 */
public final class JsonWriter {

  private static final int USUAL_LENGTH = 320;

  private final StringBuilder out = new StringBuilder(USUAL_LENGTH).append('{');

  /** Writes a text. */
  public JsonWriter text(String name, String value) {
    name(name);
    quote(value);
    return this;
  }

  /** Writes a whole number. */
  public JsonWriter number(String name, long value) {
    name(name).append(value);
    return this;
  }

  /** Writes an object. */
  public <T> JsonWriter object(String name, T value, BiConsumer<JsonWriter, T> fields) {
    name(name);
    object(value, fields);
    return this;
  }

  /** Writes a list of objects. */
  public <T> JsonWriter list(String name, List<T> values, BiConsumer<JsonWriter, T> fields) {
    name(name).append('[');
    for (T value : values) {
      separate();
      object(value, fields);
    }
    out.append(']');
    return this;
  }

  /** Writes a list of texts. */
  public JsonWriter texts(String name, List<String> values) {
    name(name).append('[');
    for (String value : values) {
      separate();
      quote(value);
    }
    out.append(']');
    return this;
  }

  /** Returns the object; nothing is written after that. */
  public String end() {
    return out.append('}').toString();
  }

  private <T> void object(T value, BiConsumer<JsonWriter, T> fields) {
    out.append('{');
    fields.accept(this, value);
    out.append('}');
  }

  private StringBuilder name(String name) {
    separate();
    return out.append('"').append(name).append("\":");
  }

  /** A value ends with none of these two, so whatever follows them is the first of its kind. */
  private void separate() {
    char last = out.charAt(out.length() - 1);
    if (last != '{' && last != '[') {
      out.append(',');
    }
  }

  private void quote(String value) {
    out.append('"');
    int plainFrom = 0;
    for (int index = 0; index < value.length(); index++) {
      char letter = value.charAt(index);
      if (letter < ' ' || letter == '"' || letter == '\\') {
        out.append(value, plainFrom, index);
        out.append(Escapes.of(letter));
        plainFrom = index + 1;
      } else if (Character.isSurrogate(letter)) {
        if (!Escapes.isPair(value, index)) {
          throw new IllegalArgumentException(
              "a text has half a character (U+" + Integer.toHexString(letter) + "); remove it");
        }
        index++;
      }
    }
    out.append(value, plainFrom, value.length()).append('"');
  }
}
