package dev.promotion.template;

import static java.util.Objects.requireNonNull;

import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.repository.RepositoryPath;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Names files relative to the source folder: one by its path, or several by a pattern in which
 * {@code *} stands for any characters of a name, {@code ?} for one, and {@code **} as a whole part
 * for any number of folders, none included.
 *
 * @param text the pattern, such as {@code values.yaml} or {@code charts/*}{@code /values.yaml}
 */
public record FilePattern(String text) implements Comparable<FilePattern> {

  private static final String ANY_FOLDERS = "**";

  /** Tells whether a piece of a pattern matches a piece of a path. */
  @FunctionalInterface
  private interface Pieces {
    boolean match(int ofPattern, int ofPath);
  }

  /**
   * Checks the pattern.
   *
   * @throws InvalidDefinitionException with one of the {@code PATH_} codes if no safe path could
   *     match, or {@code REQUIRED} if it is empty
   */
  public FilePattern {
    requireNonNull(text, "text");
    if (text.isEmpty()) {
      throw new InvalidDefinitionException(
          ProblemCode.REQUIRED, "", "the name of the file is empty; give it, like values.yaml");
    }
    RepositoryPath.fault(text)
        .ifPresent(
            fault -> {
              throw new InvalidDefinitionException(
                  List.of(new Problem(fault.code(), "", fault.message())));
            });
  }

  /**
   * Tells whether more than one file can match.
   *
   * @return whether the pattern has a {@code *} or {@code ?}
   */
  public boolean isPattern() {
    return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
  }

  /**
   * Tells whether a file is meant.
   *
   * @param file a path relative to the source folder
   * @return whether it matches, in upper and lower case as written
   */
  public boolean matches(RepositoryPath file) {
    return text.equals(file.value())
        || (isPattern() && matches(List.of(text.split("/")), file.parts()));
  }

  private static boolean matches(List<String> pattern, List<String> parts) {
    return matches(
        pattern.size(),
        parts.size(),
        each -> pattern.get(each).equals(ANY_FOLDERS),
        (one, other) -> matches(pattern.get(one), parts.get(other)));
  }

  private static boolean matches(String pattern, String part) {
    return matches(
        pattern.length(),
        part.length(),
        each -> pattern.charAt(each) == '*',
        (one, other) -> pattern.charAt(one) == '?' || pattern.charAt(one) == part.charAt(other));
  }

  /**
   * Lets a piece that matches any run take as little as it must; only the last one is ever asked to
   * take more, so the time is at most the product of both lengths.
   */
  private static boolean matches(int pattern, int path, IntPredicate anyRun, Pieces pieces) {
    int last = -1;
    int resume = 0;
    int at = 0;
    int index = 0;
    while (index < path) {
      if (at < pattern && anyRun.test(at)) {
        last = at++;
        resume = index;
      } else if (at < pattern && pieces.match(at, index)) {
        at++;
        index++;
      } else if (last >= 0) {
        at = last + 1;
        index = ++resume;
      } else {
        return false;
      }
    }
    return IntStream.range(at, pattern).allMatch(anyRun);
  }

  @Override
  public int compareTo(FilePattern other) {
    return text.compareTo(other.text);
  }

  /** Returns the pattern. */
  @Override
  public String toString() {
    return text;
  }
}
