package dev.promotion.release;

import static java.util.Objects.requireNonNull;

import dev.promotion.internal.text.Texts;
import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.ProblemCode;
import java.util.regex.Pattern;

/**
 * The id of a release; it stays the same whatever happens to the release.
 *
 * @param value 24 lower-case hexadecimal digits
 */
public record ReleaseId(String value) implements Comparable<ReleaseId> {

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{24}");

  /**
   * Checks the form.
   *
   * @throws InvalidDefinitionException with {@code ID_CHARSET} if it is not such an id
   */
  public ReleaseId {
    requireNonNull(value, "release id");
    if (!FORM.matcher(value).matches()) {
      throw new InvalidDefinitionException(
          ProblemCode.ID_CHARSET,
          "release id",
          Texts.quoted(value) + " is not the id of a release; give its 24 hexadecimal digits");
    }
  }

  @Override
  public int compareTo(ReleaseId other) {
    return value.compareTo(other.value);
  }

  /** Returns the 24 digits. */
  @Override
  public String toString() {
    return value;
  }
}
