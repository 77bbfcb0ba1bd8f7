package dev.promotion.yaml.internal.values;

import dev.promotion.port.ValuesRefusedException;
import dev.promotion.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;

/** Reads a JSON text, and nothing that is not JSON (RFC 8259). */
final class JsonTreeReader {

  private final String text;
  private final NodeBudget budget;
  private int at;

  private JsonTreeReader(String text) {
    this.text = text;
    this.budget = new NodeBudget(text);
  }

  /**
   * Returns the one document of a text.
   *
   * @throws ValuesRefusedException if it is not JSON, or goes beyond a limit
   */
  static ValueTrees read(String text) {
    JsonTreeReader reader = new JsonTreeReader(text);
    reader.skipBlanks();
    ValueNode document = reader.node(1);
    reader.skipBlanks();
    if (reader.at < text.length()) {
      throw reader.notJson("nothing may follow the value");
    }
    return new ValueTrees(List.of(document), List.of());
  }

  private ValueNode node(int depth) {
    budget.take(at, depth);
    return switch (peek()) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> string();
      case 't' -> word("true");
      case 'f' -> word("false");
      case 'n' -> word("null");
      default -> number();
    };
  }

  private ValueMap object(int depth) {
    int start = at++;
    List<ValueMember> members = new ArrayList<>();
    skipBlanks();
    while (peek() != '}') {
      if (!members.isEmpty()) {
        expect(',');
      }
      if (peek() != '"') {
        throw notJson("a key in double quotes is missing");
      }
      budget.take(at, depth + 1);
      ValueScalar key = string();
      skipBlanks();
      expect(':');
      members.add(new ValueMember(key, node(depth + 1)));
      skipBlanks();
    }
    at++;
    budget.checkNames(members);
    return new ValueMap(start, at, NodeProperties.NONE, true, List.copyOf(members));
  }

  private ValueList array(int depth) {
    int start = at++;
    List<ValueNode> items = new ArrayList<>();
    skipBlanks();
    while (peek() != ']') {
      if (!items.isEmpty()) {
        expect(',');
      }
      items.add(node(depth + 1));
      skipBlanks();
    }
    at++;
    return new ValueList(start, at, NodeProperties.NONE, true, List.copyOf(items));
  }

  private ValueScalar string() {
    int start = at++;
    int plain = at;
    while (peek() != '"' && peek() != '\\') {
      character();
    }
    if (peek() == '"') {
      return scalar(start, ScalarStyle.DOUBLE_QUOTED, text.substring(plain, at++));
    }
    StringBuilder value = new StringBuilder(text.substring(plain, at));
    while (peek() != '"') {
      value.append(character());
    }
    at++;
    return scalar(start, ScalarStyle.DOUBLE_QUOTED, value.toString());
  }

  private char character() {
    char each = peek();
    if (each < ' ') {
      throw notJson(at < text.length() ? "a control character must be escaped" : "a quote is open");
    }
    at++;
    return each == '\\' ? escape() : each;
  }

  private char escape() {
    char each = peek();
    at++;
    return switch (each) {
      case '"', '\\', '/' -> each;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> hexadecimal();
      default -> {
        at--;
        throw notJson("this escape does not exist");
      }
    };
  }

  private char hexadecimal() {
    int value = 0;
    for (int digit = 0; digit < 4; digit++) {
      char each = peek();
      int number = each < 128 ? Character.digit(each, 16) : -1;
      if (number < 0) {
        throw notJson("four hexadecimal digits are missing");
      }
      value = value * 16 + number;
      at++;
    }
    return (char) value;
  }

  private ValueScalar word(String word) {
    int start = at;
    if (!text.startsWith(word, at)) {
      throw notJson("a value is missing");
    }
    at += word.length();
    return scalar(start, ScalarStyle.PLAIN, word);
  }

  private ValueScalar number() {
    int start = at;
    skip('-');
    if (!skip('0')) {
      digits();
    }
    if (skip('.')) {
      digits();
    }
    if (skip('e') || skip('E')) {
      if (!skip('-')) {
        skip('+');
      }
      digits();
    }
    return scalar(start, ScalarStyle.PLAIN, text.substring(start, at));
  }

  private void digits() {
    int start = at;
    while (peek() >= '0' && peek() <= '9') {
      at++;
    }
    if (at == start) {
      throw notJson("a value is missing");
    }
  }

  private ValueScalar scalar(int start, ScalarStyle style, String value) {
    return new ValueScalar(start, at, NodeProperties.NONE, style, value);
  }

  private boolean skip(char wanted) {
    if (peek() == wanted) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(char wanted) {
    if (!skip(wanted)) {
      throw notJson("a '" + wanted + "' is missing");
    }
    skipBlanks();
  }

  private void skipBlanks() {
    while (peek() == ' ' || peek() == '\n' || peek() == '\r' || peek() == '\t') {
      at++;
    }
  }

  /** Returns the next character, or zero at the end, which JSON allows nowhere. */
  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private ValuesRefusedException notJson(String what) {
    return Refusals.at(text, at, ProblemCode.NOT_YAML, "not JSON: " + what + "; correct it");
  }
}
