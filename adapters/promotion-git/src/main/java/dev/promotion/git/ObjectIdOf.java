package dev.promotion.git;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/** Computes the ids of objects with the digest of the JDK, which the processor speeds up. */
final class ObjectIdOf {

  private ObjectIdOf() {}

  static ObjectId object(int type, byte[] bytes) {
    MessageDigest digest = Constants.newMessageDigest();
    digest.update(header(type, bytes.length));
    return ObjectId.fromRaw(digest.digest(bytes));
  }

  private static byte[] header(int type, int length) {
    return (Constants.typeString(type) + " " + length + "\0").getBytes(US_ASCII);
  }
}
