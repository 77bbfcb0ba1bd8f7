package dev.promotion.yaml.internal.document;

import dev.promotion.problem.ProblemCode;
import dev.promotion.yaml.internal.finding.FieldPath;
import dev.promotion.yaml.internal.tree.YamlNode;
import dev.promotion.yaml.internal.tree.YamlScalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A whole number in the one way to write it that all versions of YAML read alike. */
final class WholeNumberShape extends Shape {

  private static final int LONGEST = 64;
  private static final Pattern PLAIN = Pattern.compile("-?(0|[1-9]\\d*)");
  private static final Pattern OLD_OCTAL = Pattern.compile("0[0-7]+");
  private static final Pattern OCTAL = Pattern.compile("0o[0-7]+");
  private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]+");
  private static final Pattern GROUPED = Pattern.compile("[1-9][0-9_]*_[0-9_]*");
  private static final Pattern EXPONENT = Pattern.compile("[1-9]\\d*[eE]\\+?\\d");
  private static final Pattern SEXAGESIMAL = Pattern.compile("\\d{1,2}:[0-5]\\d");

  @Override
  JsonNode convert(YamlNode node, FieldPath path, Reading reading) {
    if (!(node instanceof YamlScalar scalar) || !scalar.plain()) {
      boolean quoted = node instanceof YamlScalar text && PLAIN.matcher(text.text()).matches();
      return reading.wrongType(
          node, path, quoted ? "a whole number; remove the quotes" : "a whole number");
    }
    String text = scalar.text();
    if (PLAIN.matcher(text).matches()) {
      return number(text, node, path, reading);
    }
    Optional<String> ambiguous = text.length() > LONGEST ? Optional.empty() : readings(text);
    if (ambiguous.isEmpty()) {
      return reading.wrongType(node, path, "a whole number");
    }
    reading
        .findings()
        .add(node.position(), path, ProblemCode.AMBIGUOUS_NUMBER, text + ambiguous.get());
    return JSON.nullNode();
  }

  private static JsonNode number(String text, YamlNode node, FieldPath path, Reading reading) {
    BigInteger number =
        text.length() > LONGEST ? BigInteger.TWO.pow(LONGEST) : new BigInteger(text);
    if (number.bitLength() < Integer.SIZE) {
      return JSON.numberNode(number.intValue());
    }
    reading
        .findings()
        .add(
            node.position(),
            path,
            ProblemCode.RANGE,
            text + " is outside " + Integer.MIN_VALUE + "…" + Integer.MAX_VALUE);
    return JSON.nullNode();
  }

  /** Returns the two ways to read a number, if there are two. */
  private static Optional<String> readings(String text) {
    if (OLD_OCTAL.matcher(text).matches()) {
      return Optional.of(twoWays(new BigInteger(text), new BigInteger(text, 8)));
    }
    if (GROUPED.matcher(text).matches()) {
      return Optional.of(textOr(new BigInteger(text.replace("_", ""))));
    }
    if (EXPONENT.matcher(text).matches()) {
      return Optional.of(textOr(new BigDecimal(text).toBigInteger()));
    }
    if (HEXADECIMAL.matcher(text).matches()) {
      return Optional.of(textOr(new BigInteger(text.substring(2), 16)));
    }
    if (OCTAL.matcher(text).matches()) {
      return Optional.of(textOr(new BigInteger(text.substring(2), 8)));
    }
    if (SEXAGESIMAL.matcher(text).matches()) {
      int colon = text.indexOf(':');
      int minutes = Integer.parseInt(text.substring(0, colon));
      return Optional.of(
          textOr(BigInteger.valueOf(minutes * 60L + Integer.parseInt(text.substring(colon + 1)))));
    }
    return Optional.empty();
  }

  private static String twoWays(BigInteger first, BigInteger second) {
    return " can be read as " + first + " or " + second + "; write " + first + " or " + second;
  }

  private static String textOr(BigInteger number) {
    return " can be read as text or as " + number + "; write " + number;
  }
}
