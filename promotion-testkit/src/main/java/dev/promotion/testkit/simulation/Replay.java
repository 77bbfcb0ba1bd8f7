package dev.promotion.testkit.simulation;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One run, in a line that makes it again: {@code 4711} for all that follows from a seed, {@code
 * 4711:57=CRASH_AFTER,80=STALE_READ} for exactly these disturbances, by the number of the call.
 *
 * @param seed what everything else in the run follows from
 * @param exactly what goes wrong; empty if that follows from the seed too
 */
record Replay(long seed, Optional<Map<Long, Disturbance>> exactly) {

  Replay {
    exactly = exactly.map(TreeMap::new);
  }

  static Replay of(long seed) {
    return new Replay(seed, Optional.empty());
  }

  static Replay of(long seed, Map<Long, Disturbance> exactly) {
    return new Replay(seed, Optional.of(exactly));
  }

  static Replay parse(String line) {
    try {
      String[] parts = line.strip().split(":", 2);
      long seed = Long.parseLong(parts[0].strip());
      return parts.length == 1 ? of(seed) : of(seed, disturbances(parts[1]));
    } catch (IllegalArgumentException malformed) {
      throw new IllegalArgumentException(
          "'" + line + "' names no run; expected a seed such as 4711, or 4711:57=CRASH_AFTER",
          malformed);
    }
  }

  private static Map<Long, Disturbance> disturbances(String text) {
    return text.isBlank()
        ? Map.of()
        : Arrays.stream(text.split(",", -1))
            .map(each -> each.split("=", 2))
            .collect(
                Collectors.toMap(
                    each -> Long.valueOf(each[0].strip()),
                    each -> Disturbance.valueOf(each[each.length - 1].strip())));
  }

  /** Returns the line. */
  @Override
  public String toString() {
    return seed
        + exactly
            .map(
                all ->
                    all.entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining(",", ":", "")))
            .orElse("");
  }
}
