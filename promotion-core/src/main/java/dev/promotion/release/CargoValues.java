package dev.promotion.release;

import static java.util.Objects.requireNonNull;

import dev.promotion.repository.RepositoryPath;
import java.util.List;

/**
 * The values that are promoted inside one file; everything else in the file stays as it is.
 *
 * @param path the path relative to the source folder; the same in every environment
 * @param values the values, in the order of the paths that found them; at least one
 */
public record CargoValues(RepositoryPath path, List<PromotedValue> values) {

  /**
   * Copies the values.
   *
   * @throws IllegalArgumentException if there is none
   */
  public CargoValues {
    requireNonNull(path, "path");
    values = List.copyOf(values);
    if (values.isEmpty()) {
      throw new IllegalArgumentException("no value of " + path + " is promoted");
    }
  }
}
