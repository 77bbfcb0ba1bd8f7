package dev.promotion.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The items of a list in a document, each with its field path. */
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
}
