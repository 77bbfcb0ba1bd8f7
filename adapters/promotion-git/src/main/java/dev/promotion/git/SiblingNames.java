package dev.promotion.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.promotion.problem.ProblemCode;
import java.io.IOException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * Refuses a new name next to one that some file systems take for the same: a clone on Windows or
 * macOS would lose one of the two files.
 */
final class SiblingNames {

  private SiblingNames() {}

  /** Refuses a name that is not in the tree, if one that clashes with it is. */
  static void refuseClash(RawTree tree, String name, String path) throws IOException {
    String folded = folded(name);
    Optional<String> twin =
        tree.first(entry -> folded(text(tree, entry)).equals(folded))
            .map(entry -> text(tree, entry));
    if (twin.isPresent()) {
      boolean onlyComposition = composed(twin.get()).equals(composed(name));
      throw new RefusedException(
          onlyComposition ? ProblemCode.PATH_UNICODE_CLASH : ProblemCode.PATH_CASE_CLASH,
          "'"
              + path
              + "' differs from '"
              + twin.get()
              + "', which is there, only in "
              + (onlyComposition ? "how its characters are composed" : "upper and lower case")
              + "; use one of the two names");
    }
  }

  private static String text(RawTree tree, RawTree.Entry entry) {
    return new String(tree.name(entry), UTF_8);
  }

  private static String folded(String name) {
    return composed(name).toLowerCase(Locale.ROOT);
  }

  private static String composed(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC);
  }
}
