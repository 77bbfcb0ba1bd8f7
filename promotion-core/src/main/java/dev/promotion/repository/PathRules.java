package dev.promotion.repository;

import dev.promotion.internal.text.Texts;
import dev.promotion.problem.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The rules for a path that may be read and written, made so that it names the same file on every
 * file system that a clone of the repository may be on.
 */
final class PathRules {

  /** What is wrong with a path. */
  record Fault(ProblemCode code, String reason) {}

  private static final int LONGEST_PATH = 4096;
  private static final int LONGEST_PART = 255;
  private static final String PLAIN =
      "; give a plain path inside the source folder, like helm/values.yaml";
  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*");

  /** The short names that Windows gives to .git, .gitmodules and .gitattributes. */
  private static final Pattern SHORT_NAMES =
      Pattern.compile("gi[t7][a-z0-9]{0,4}~[0-9]+|gi~[0-9]{5}|g~[0-9]{6}");

  private static final Set<String> GIT_FILES = Set.of(".git", ".gitmodules", ".gitattributes");
  private static final int SHORTEST_DEVICE = 3;
  private static final int LONGEST_DEVICE = 4;
  private static final String DEVICES_BEGIN = "cpanl";
  private static final Pattern DEVICE =
      Pattern.compile("con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[1-9]");

  private PathRules() {}

  static Optional<Fault> fault(String path) {
    if (path.isEmpty()) {
      return Optional.empty();
    }
    if (path.startsWith("/")) {
      return fault(ProblemCode.PATH_ABSOLUTE, "is absolute" + PLAIN);
    }
    if (path.indexOf('\\') >= 0 || DRIVE.matcher(path).matches()) {
      return fault(ProblemCode.PATH_BACKSLASH, "has a backslash or a drive letter" + PLAIN);
    }
    if (path.getBytes(StandardCharsets.UTF_8).length > LONGEST_PATH) {
      return fault(ProblemCode.PATH_LIMIT, "is longer than " + LONGEST_PATH + " bytes; shorten it");
    }
    String[] parts = path.split("/", -1);
    return escape(parts).or(() -> firstFault(parts));
  }

  private static Optional<Fault> escape(String[] parts) {
    int depth = 0;
    for (String part : parts) {
      depth += part.equals("..") ? -1 : part.isEmpty() || part.equals(".") ? 0 : 1;
      if (depth < 0) {
        return fault(ProblemCode.PATH_ESCAPE, "leaves the source folder" + PLAIN);
      }
    }
    return Optional.empty();
  }

  private static Optional<Fault> firstFault(String[] parts) {
    for (String part : parts) {
      Optional<Fault> fault = partFault(part);
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  private static Optional<Fault> partFault(String part) {
    if (isPlain(part)) {
      return Optional.empty();
    }
    if (part.isEmpty() || part.equals(".") || part.equals("..")) {
      return fault(ProblemCode.PATH_NOT_CANONICAL, "has an empty part, '.' or '..'" + PLAIN);
    }
    if (isGits(part)) {
      return fault(
          ProblemCode.PATH_GIT_INTERNAL,
          "is one of Git's own files or looks like one; it is never read or written");
    }
    if (part.getBytes(StandardCharsets.UTF_8).length > LONGEST_PART) {
      return fault(ProblemCode.PATH_LIMIT, "has a part of more than 255 bytes; shorten it");
    }
    if (Texts.hasInvisible(part)) {
      return fault(
          ProblemCode.PATH_CHARSET, "has a line break or another invisible character; rename it");
    }
    if (part.endsWith(".")
        || part.endsWith(" ")
        || part.startsWith(" ")
        || part.indexOf(':') >= 0) {
      return fault(
          ProblemCode.PATH_CHARSET,
          "has a colon, a blank at its start or a blank or dot at its end, which some file systems"
              + " drop; rename it");
    }
    String stem = folded(part).split("\\.", 2)[0].strip();
    return DEVICE.matcher(stem).matches()
        ? fault(ProblemCode.PATH_CHARSET, "names a device on Windows; rename it")
        : Optional.empty();
  }

  /**
   * Tells whether a part obviously keeps every rule, as nearly all do: it has only ASCII letters,
   * digits and a few signs, and its stem is not as long as the name of a device, or begins with
   * another letter. Spares the costly rules.
   */
  private static boolean isPlain(String part) {
    int length = part.length();
    int stem = part.indexOf('.') < 0 ? length : part.indexOf('.');
    return length <= LONGEST_PART
        && stem > 0
        && part.charAt(length - 1) != '.'
        && (stem < SHORTEST_DEVICE
            || stem > LONGEST_DEVICE
            || DEVICES_BEGIN.indexOf(Character.toLowerCase(part.charAt(0))) < 0)
        && hasOnlyPlainLetters(part);
  }

  private static boolean hasOnlyPlainLetters(String part) {
    for (int index = 0; index < part.length(); index++) {
      if (!isPlain(part.charAt(index))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPlain(char letter) {
    return (letter >= 'a' && letter <= 'z')
        || (letter >= 'A' && letter <= 'Z')
        || (letter >= '0' && letter <= '9')
        || letter == '.'
        || letter == '-'
        || letter == '_';
  }

  /** Tells whether a part is one of Git's own files on a file system that folds names. */
  private static boolean isGits(String part) {
    StringBuilder visible = new StringBuilder(part.length());
    part.codePoints().filter(point -> !Texts.invisible(point)).forEach(visible::appendCodePoint);
    String folded = folded(visible);
    String windows = folded.split(":", 2)[0].replaceAll("[. ]+$", "");
    return GIT_FILES.contains(windows) || SHORT_NAMES.matcher(windows).matches();
  }

  /** Folds case and compatible forms, as the most generous file system might. */
  private static String folded(CharSequence part) {
    return Normalizer.normalize(part, Normalizer.Form.NFKC)
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT);
  }

  private static Optional<Fault> fault(ProblemCode code, String reason) {
    return Optional.of(new Fault(code, reason));
  }
}
