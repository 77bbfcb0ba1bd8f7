package dev.promotion.release;

import static java.util.Objects.requireNonNull;

import dev.promotion.template.NormalizedPath;

/**
 * A value that is promoted, as it was written in the source.
 *
 * @param place where it stands, in the source and in every target
 * @param source how it is written, quotes included; of a value over several lines without the
 *     indentation of its place
 * @param create whether it is added where the target does not have the place yet
 */
public record PromotedValue(NormalizedPath place, String source, boolean create) {

  /** Checks that nothing is missing. */
  public PromotedValue {
    requireNonNull(place, "place");
    requireNonNull(source, "source");
  }
}
