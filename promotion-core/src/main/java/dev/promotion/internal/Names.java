package dev.promotion.internal;

import static java.util.Objects.requireNonNull;

import dev.promotion.internal.text.Texts;
import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.ProblemCode;
import java.util.Locale;
import java.util.regex.Pattern;

/** Checks the names that the domain shares with Kubernetes, and short texts from outside. */
public final class Names {

  private static final int LONGEST = 253;
  private static final Pattern DEVICE = Pattern.compile("con|prn|aux|nul|(com|lpt)[1-9]");

  private Names() {}

  /** Returns the name if it is a DNS-1123 subdomain; {@code what} is its place in an error. */
  public static String kubernetes(String what, String name) {
    requireNonNull(name, what);
    if (name.isEmpty()) {
      throw refused(ProblemCode.ID_EMPTY, what, "the name is empty; give it one, like 'qa'");
    }
    if (name.length() > LONGEST) {
      throw refused(
          ProblemCode.ID_LENGTH,
          what,
          Texts.quoted(name) + " is longer than " + LONGEST + " characters; shorten it");
    }
    for (int index = 0; index < name.length(); index++) {
      if (!allowed(name, index)) {
        throw refused(ProblemCode.ID_CHARSET, what, charset(name, index));
      }
    }
    if (DEVICE.matcher(name).matches()) {
      throw refused(
          ProblemCode.ID_RESERVED,
          what,
          Texts.quoted(name) + " is the name of a device on some file systems; choose another");
    }
    return name;
  }

  /** Returns the text without blanks around it if it is one visible line of bounded length. */
  public static String line(String what, String text, int longest) {
    String line = requireNonNull(text, what).strip();
    if (line.codePoints().allMatch(Character::isSpaceChar)) {
      throw refused(ProblemCode.REQUIRED, what, "is empty; say who or what it is");
    }
    if (line.length() > longest) {
      throw refused(
          ProblemCode.LIMIT, what, "is longer than " + longest + " characters; shorten it");
    }
    if (Texts.hasInvisible(line)) {
      throw refused(
          ProblemCode.TEXT_CHARSET,
          what,
          Texts.quoted(line) + " has a line break or another invisible character; remove it");
    }
    return line;
  }

  /** Tells whether a character may stand where it does; those before it are known to be right. */
  private static boolean allowed(String name, int index) {
    char letter = name.charAt(index);
    if (alphanumeric(letter)) {
      return true;
    }
    boolean inside = index > 0 && index < name.length() - 1;
    return switch (letter) {
      case '-' -> inside && name.charAt(index + 1) != '.';
      case '.' -> inside && alphanumeric(name.charAt(index + 1));
      default -> false;
    };
  }

  private static boolean alphanumeric(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
  }

  private static String charset(String name, int index) {
    int point = name.codePointAt(index);
    return String.format(
        Locale.ROOT,
        "%s has '%s' (U+%04X) at %d; only a–z, 0–9, '-' and '.' between labels, first and last a"
            + " letter or digit",
        Texts.quoted(name),
        Texts.escaped(Character.toString(point)),
        point,
        index + 1);
  }

  private static InvalidDefinitionException refused(ProblemCode code, String what, String message) {
    return new InvalidDefinitionException(code, what, message);
  }
}
