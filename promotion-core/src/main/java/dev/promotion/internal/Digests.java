package dev.promotion.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Gives digests that every Java platform has; a copy costs a third of looking one up. */
public final class Digests {

  private static final MessageDigest SHA_1 = named("SHA-1");
  private static final MessageDigest SHA_256 = named("SHA-256");

  private Digests() {}

  /** Returns a new SHA-1, with which Git names objects. */
  public static MessageDigest sha1() {
    return copy(SHA_1);
  }

  /** Returns a new SHA-256. */
  public static MessageDigest sha256() {
    return copy(SHA_256);
  }

  private static MessageDigest copy(MessageDigest digest) {
    try {
      return (MessageDigest) digest.clone();
    } catch (CloneNotSupportedException otherProvider) {
      return named(digest.getAlgorithm());
    }
  }

  private static MessageDigest named(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has " + algorithm, impossible);
    }
  }
}
