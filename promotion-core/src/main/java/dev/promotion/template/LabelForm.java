package dev.promotion.template;

import dev.promotion.internal.text.Texts;
import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.ProblemCode;
import java.util.regex.Pattern;

/** The form that Kubernetes gives labels; no other label could ever be matched. */
final class LabelForm {

  private static final int LONGEST = 63;
  private static final int LONGEST_PREFIX = 253;
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?");
  private static final Pattern PREFIX =
      Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");

  private LabelForm() {}

  /** Returns the name of a label if it is one; {@code place} is where it stands. */
  static String key(String place, String key) {
    int slash = key.indexOf('/');
    boolean prefix =
        slash < 0 || (slash <= LONGEST_PREFIX && PREFIX.matcher(key.substring(0, slash)).matches());
    if (!prefix || !word(key.substring(slash + 1))) {
      throw refused(
          place,
          Texts.quoted(key)
              + " is not the name of a label; write 'name' or 'example.com/name', the name with"
              + " letters, digits, '-', '_' and '.', at most 63 characters");
    }
    return key;
  }

  /** Returns the value of a label if it is one. */
  static String value(String place, String value) {
    if (!value.isEmpty() && !word(value)) {
      throw refused(
          place,
          Texts.quoted(value)
              + " is not the value of a label; use letters, digits, '-', '_' and '.', at most 63"
              + " characters, first and last a letter or digit");
    }
    return value;
  }

  private static boolean word(String text) {
    return text.length() <= LONGEST && WORD.matcher(text).matches();
  }

  private static InvalidDefinitionException refused(String place, String message) {
    return new InvalidDefinitionException(ProblemCode.LABEL_FORM, place, message);
  }
}
