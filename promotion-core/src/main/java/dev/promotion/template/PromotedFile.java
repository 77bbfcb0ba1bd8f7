package dev.promotion.template;

import static java.util.Objects.requireNonNull;

import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.ProblemCode;
import java.util.List;

/**
 * A file, or several, with the values in it that are promoted (an entry of {@code promotion}).
 *
 * @param file which files
 * @param paths the values; {@code *} is the whole file
 * @param create whether a value that the target does not have is created there: keys of maps only,
 *     never items of a list
 */
public record PromotedFile(FilePattern file, List<JsonPath> paths, boolean create) {

  /**
   * Copies the paths.
   *
   * @throws InvalidDefinitionException with {@code VALUES_EMPTY} if there is no path
   */
  public PromotedFile {
    requireNonNull(file, "file");
    paths = List.copyOf(paths);
    if (paths.isEmpty()) {
      throw new InvalidDefinitionException(
          ProblemCode.VALUES_EMPTY,
          "jsonPaths",
          "empty; name a value, like $.image.tag, or '*' for the whole file");
    }
  }

  /**
   * Creates an entry for values that are there in the target.
   *
   * @param file the file, or a pattern
   * @param paths at least one path
   * @return the entry
   */
  public static PromotedFile of(String file, String... paths) {
    return new PromotedFile(
        new FilePattern(file), List.of(paths).stream().map(JsonPath::new).toList(), false);
  }
}
