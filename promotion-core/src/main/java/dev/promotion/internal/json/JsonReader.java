package dev.promotion.internal.json;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Reads one object of JSON in exactly the form that {@link JsonWriter} gives it, by asking for one
 * name after the other. Anything else is refused: other or repeated names, another order, blanks,
 * other escapes, halves of characters, whatever follows the end. What is asked for bounds the
 * depth. Not thread-safe.
 */
public final class JsonReader {

  private static final int MOST_DIGITS = 19;

  private final String text;
  private int at;

  /** Begins to read; a text of more than {@code longest} characters is refused. */
  public JsonReader(String text, int longest) {
    this.text = text;
    if (text.length() > longest) {
      throw new JsonException("is longer than " + longest + " characters");
    }
    take('{');
  }

  /** Reads a text. */
  public String text(String name) {
    name(name);
    return quoted();
  }

  /** Reads a whole number. */
  public long number(String name) {
    name(name);
    int from = at;
    while (at < text.length() && at - from <= MOST_DIGITS && isPartOfNumber(text.charAt(at))) {
      at++;
    }
    String digits = text.substring(from, at);
    try {
      long number = Long.parseLong(digits);
      if (Long.toString(number).equals(digits)) {
        return number;
      }
    } catch (NumberFormatException none) {
      // told below, together with numbers in another form
    }
    at = from;
    throw refused("a whole number");
  }

  /** Reads an object. */
  public <T> T object(String name, Function<JsonReader, T> fields) {
    name(name);
    return object(fields);
  }

  /** Reads a list of objects. */
  public <T> List<T> list(String name, Function<JsonReader, T> fields) {
    name(name);
    return items(() -> object(fields));
  }

  /** Reads a list of texts. */
  public List<String> texts(String name) {
    name(name);
    return items(this::quoted);
  }

  /** Tells whether a name comes next; for what may be missing. */
  public boolean has(String name) {
    String separator = text.charAt(at - 1) == '{' ? "" : ",";
    return text.startsWith(separator + "\"" + name + "\":", at);
  }

  /** Reads the end of the text. */
  public void end() {
    take('}');
    if (at < text.length()) {
      throw refused("the end");
    }
  }

  private <T> T object(Function<JsonReader, T> fields) {
    take('{');
    T value = fields.apply(this);
    take('}');
    return value;
  }

  private <T> List<T> items(java.util.function.Supplier<T> item) {
    take('[');
    List<T> items = new ArrayList<>();
    while (!next(']')) {
      if (!items.isEmpty()) {
        take(',');
      }
      items.add(item.get());
    }
    take(']');
    return items;
  }

  private void name(String name) {
    if (text.charAt(at - 1) != '{') {
      take(',');
    }
    String expected = "\"" + name + "\":";
    if (!text.startsWith(expected, at)) {
      throw refused(expected);
    }
    at += expected.length();
  }

  private String quoted() {
    take('"');
    StringBuilder value = new StringBuilder();
    int plainFrom = at;
    while (!next('"')) {
      if (at >= text.length() || text.charAt(at) < ' ') {
        throw refused("the end of a text");
      }
      char letter = text.charAt(at);
      if (letter == '\\') {
        value.append(text, plainFrom, at).append(escaped());
        plainFrom = at;
      } else {
        at += lengthOf(letter);
      }
    }
    value.append(text, plainFrom, at);
    take('"');
    return value.toString();
  }

  private char escaped() {
    int meant = Escapes.meant(text, at);
    if (meant < 0) {
      throw refused("an escape that is needed");
    }
    at += Escapes.of((char) meant).length();
    return (char) meant;
  }

  private int lengthOf(char letter) {
    if (!Character.isSurrogate(letter)) {
      return 1;
    }
    if (!Escapes.isPair(text, at)) {
      throw refused("a whole character");
    }
    return 2;
  }

  private boolean next(char letter) {
    return at < text.length() && text.charAt(at) == letter;
  }

  private void take(char letter) {
    if (!next(letter)) {
      throw refused("'" + letter + "'");
    }
    at++;
  }

  private static boolean isPartOfNumber(char letter) {
    return letter == '-' || (letter >= '0' && letter <= '9');
  }

  private JsonException refused(String expected) {
    return new JsonException("lacks " + expected + " at character " + (at + 1));
  }
}
