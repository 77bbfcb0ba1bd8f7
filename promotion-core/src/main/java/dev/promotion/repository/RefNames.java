package dev.promotion.repository;

import static java.util.Objects.requireNonNull;

import dev.promotion.internal.text.Texts;
import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Checks the names of branches more strictly than Git does: a name that a command line, a file
 * system or a person could take for something else is refused.
 */
final class RefNames {

  private static final int LONGEST = 244;
  private static final Pattern COMMIT_ID = Pattern.compile("[0-9a-fA-F]{40}");
  private static final String FORBIDDEN = " ~^:?*[\\";

  private RefNames() {}

  static String checked(String what, String name) {
    requireNonNull(name, what);
    fault(name)
        .ifPresent(
            reason -> {
              throw new InvalidDefinitionException(
                  ProblemCode.REF_NAME,
                  what,
                  Texts.quoted(name)
                      + " cannot be a branch here: "
                      + reason
                      + "; give the short name of a branch, like 'main'");
            });
    return name;
  }

  private static Optional<String> fault(String name) {
    if (name.isEmpty() || name.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
      return Optional.of("it is empty or longer than " + LONGEST + " bytes");
    }
    if (name.equals("HEAD") || name.equals("@")) {
      return Optional.of("it is a name that Git itself uses");
    }
    if (name.startsWith("-")) {
      return Optional.of("it starts with '-'");
    }
    if (name.startsWith("refs/")) {
      return Optional.of("it is a full reference name");
    }
    if (COMMIT_ID.matcher(name).matches()) {
      return Optional.of("it reads as a commit id");
    }
    if (name.codePoints().anyMatch(point -> FORBIDDEN.indexOf(point) >= 0)
        || Texts.hasInvisible(name)) {
      return Optional.of("it has a character that Git does not allow");
    }
    if (name.contains("..") || name.contains("@{") || name.endsWith(".")) {
      return Optional.of("Git reads '..', '@{' and a dot at the end in its own way");
    }
    return partFault(name);
  }

  private static Optional<String> partFault(String name) {
    for (String part : name.split("/", -1)) {
      if (part.isEmpty() || part.startsWith(".") || part.endsWith(".lock")) {
        return Optional.of("a part of it is empty, starts with a dot or ends in '.lock'");
      }
    }
    return Optional.empty();
  }
}
