package dev.promotion.yaml;

import dev.promotion.yaml.internal.finding.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The items of a list, or the entries of a map, in a document, each with its field path. */
final class Items {

  private Items() {}

  /** Maps the items that could be read; a missing list has none. */
  static <T, R> List<R> map(
      String field, @Nullable List<@Nullable T> items, BiFunction<String, T, R> maker) {
    List<R> mapped = new ArrayList<>();
    int size = items == null ? 0 : items.size();
    for (int index = 0; items != null && index < size; index++) {
      T item = items.get(index);
      if (item != null) {
        mapped.add(maker.apply(field + "[" + index + "]", item));
      }
    }
    return mapped;
  }

  /** Returns what the domain makes of the items that it does not refuse. */
  static <T, R> List<R> values(
      String field, @Nullable List<@Nullable T> items, LocatedDocument at, Function<T, R> maker) {
    return present(map(field, items, (place, item) -> at.value(place, item, maker)));
  }

  /** Returns the items that are there. */
  static <T> List<T> present(List<Optional<T>> items) {
    return items.stream().flatMap(Optional::stream).toList();
  }

  /** Returns the path of an entry of a map. */
  static String entry(String field, Map.Entry<String, ?> entry) {
    String key = FieldPath.ROOT.field(entry.getKey()).toString();
    return key.startsWith("[") ? field + key : field + "." + key;
  }
}
