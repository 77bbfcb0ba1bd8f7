package dev.promotion.promoter;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Tells whether a file holds a Kubernetes Secret, by its text alone: what reads as {@code kind:
 * Secret} anywhere is taken for one, since a text too many is hidden rather than one too few shown.
 */
final class SecretManifest {

  private static final Pattern KIND =
      Pattern.compile("[\"']?\\bkind[\"']?[ \\t]*+:[ \\t]*+[\"']?Secret(?:List)?\\b");

  private SecretManifest() {}

  static boolean isIn(byte[] content) {
    return KIND.matcher(new String(content, StandardCharsets.UTF_8)).find();
  }
}
