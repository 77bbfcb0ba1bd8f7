package dev.promotion.repository;

import static java.util.Objects.requireNonNull;

import dev.promotion.internal.Digests;
import dev.promotion.internal.text.Texts;
import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Checks and makes the ids of Git objects. */
final class ObjectIds {

  private static final int LENGTH = 40;

  private ObjectIds() {}

  static String checked(String what, String id) {
    requireNonNull(id, what);
    if (!wellFormed(id)) {
      throw new InvalidDefinitionException(
          ProblemCode.SHA_FORM,
          what,
          Texts.quoted(id) + " is not a full id; give all 40 lower-case hexadecimal digits");
    }
    return id;
  }

  /** Returns the id of an object: SHA-1 over its type, its length and its bytes. */
  static String of(String type, byte[] content) {
    MessageDigest digest = Digests.sha1();
    digest.update((type + " " + content.length + "\0").getBytes(StandardCharsets.US_ASCII));
    return HexFormat.of().formatHex(digest.digest(content));
  }

  private static boolean wellFormed(String id) {
    if (id.length() != LENGTH) {
      return false;
    }
    for (int index = 0; index < LENGTH; index++) {
      if (!isDigit(id.charAt(index))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char letter) {
    return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f');
  }
}
