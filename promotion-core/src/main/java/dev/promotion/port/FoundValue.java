package dev.promotion.port;

import static java.util.Objects.requireNonNull;

import dev.promotion.template.NormalizedPath;
import java.util.Optional;

/**
 * A value in a file.
 *
 * @param place where it stands
 * @param source how it is written, quotes included; of a value over several lines without the
 *     indentation of its place
 * @param text what a single value says, quotes and escapes undone; empty for a map or a list
 */
public record FoundValue(NormalizedPath place, String source, Optional<String> text) {

  /** Checks that nothing is missing. */
  public FoundValue {
    requireNonNull(place, "place");
    requireNonNull(source, "source");
    requireNonNull(text, "text");
  }
}
