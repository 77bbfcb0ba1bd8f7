package dev.promotion.catalog;

import dev.promotion.internal.Problems;
import dev.promotion.problem.ProblemCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * Finds definitions of one kind that have the same priority and contradict each other, so that only
 * their names decide which one wins.
 *
 * @param <T> the kind
 */
final class Ties<T> {

  private final ProblemCode code;
  private final String what;
  private final ToIntFunction<T> priority;
  private final BiPredicate<T, T> clash;
  private final Set<Set<T>> told = new HashSet<>();

  Ties(ProblemCode code, String what, ToIntFunction<T> priority, BiPredicate<T, T> clash) {
    this.code = code;
    this.what = what;
    this.priority = priority;
    this.clash = clash;
  }

  /** Adds a warning for each two that match and were not told before. */
  void among(List<Entry<T>> all, Predicate<T> matching, Problems warnings) {
    Map<Integer, List<T>> byPriority = new HashMap<>();
    for (Entry<T> entry : all) {
      T each = entry.definition();
      if (!warnings.full() && matching.test(each)) {
        List<T> equal =
            byPriority.computeIfAbsent(priority.applyAsInt(each), key -> new ArrayList<>());
        equal.stream()
            .filter(other -> clash.test(other, each) && told.add(Set.of(other, each)))
            .forEach(
                other ->
                    warnings.add(code, entry.origin().placeOf("spec.priority"), tie(other, each)));
        equal.add(each);
      }
    }
  }

  private String tie(T other, T each) {
    return what
        + " "
        + other
        + " and "
        + each
        + " have the same priority "
        + priority.applyAsInt(each)
        + " and say different things about the same; the first by name wins; give them different"
        + " priorities";
  }
}
