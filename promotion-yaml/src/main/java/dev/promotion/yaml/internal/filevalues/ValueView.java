package dev.promotion.yaml.internal.filevalues;

import dev.promotion.yaml.internal.jsonpath.JsonValue;
import dev.promotion.yaml.internal.values.ValueAlias;
import dev.promotion.yaml.internal.values.ValueKind;
import dev.promotion.yaml.internal.values.ValueList;
import dev.promotion.yaml.internal.values.ValueMap;
import dev.promotion.yaml.internal.values.ValueNode;
import dev.promotion.yaml.internal.values.ValueScalar;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** A value of a file as paths see it: an alias is what it repeats. */
final class ValueView implements JsonValue {

  /** What JSON writes so, or nearly so, as a number. */
  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?(\\d++(\\.\\d*+)?|\\.\\d++)([eE][-+]?\\d++)?");

  private static final int LONGEST_PREFIXED = 66;

  private final ValueViews views;
  private final ValueNode node;
  private final boolean merged;

  ValueView(ValueViews views, ValueNode node, boolean merged) {
    this.views = views;
    this.node = node;
    this.merged = merged;
  }

  /** Returns the value as it stands in the file. */
  ValueNode node() {
    return node;
  }

  /** Tells whether it stands elsewhere in the file, and a merge key brings it here. */
  boolean isMerged() {
    return merged;
  }

  ValueView merge() {
    return new ValueView(views, node, true);
  }

  private ValueNode content() {
    return node instanceof ValueAlias alias ? alias.target() : node;
  }

  @Override
  public Kind kind() {
    ValueNode content = content();
    if (content instanceof ValueScalar scalar) {
      return kind(scalar);
    }
    return content instanceof ValueMap ? Kind.OBJECT : Kind.ARRAY;
  }

  /** There are no numbers in JSON that are infinite, or none at all: they stay texts. */
  private static Kind kind(ValueScalar scalar) {
    return switch (scalar.kind()) {
      case NULL -> Kind.NULL;
      case BOOLEAN -> Kind.BOOLEAN;
      case INTEGER, FLOAT -> number(scalar).isEmpty() ? Kind.STRING : Kind.NUMBER;
      case STRING -> Kind.STRING;
    };
  }

  @Override
  public Map<String, ValueView> members() {
    return content() instanceof ValueMap map ? views.members(map) : Map.of();
  }

  @Override
  public List<ValueView> elements() {
    return content() instanceof ValueList list ? views.elements(list) : List.of();
  }

  @Override
  public String text() {
    if (!(content() instanceof ValueScalar scalar)) {
      return "";
    }
    return switch (kind(scalar)) {
      case NULL -> "";
      case BOOLEAN -> scalar.text().toLowerCase(Locale.ROOT);
      case NUMBER -> number(scalar);
      default -> scalar.text();
    };
  }

  /** Returns a number with decimal digits and without a plus; empty for a text that is none. */
  private static String number(ValueScalar scalar) {
    String text = scalar.text();
    if (DECIMAL.matcher(text).matches()) {
      return text.startsWith("+") ? text.substring(1) : text;
    }
    int radix = text.startsWith("0x") ? 16 : text.startsWith("0o") ? 8 : 0;
    return radix > 0 && text.length() <= LONGEST_PREFIXED && ValueKind.INTEGER == scalar.kind()
        ? digits(text.substring(2), radix)
        : "";
  }

  private static String digits(String text, int radix) {
    try {
      return new BigInteger(text, radix).toString();
    } catch (NumberFormatException tagged) {
      return "";
    }
  }
}
