package dev.promotion.yaml;

import dev.promotion.yaml.internal.document.Metadata;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The labels and annotations of a document, of which an empty one is an empty text. */
final class Notes {

  private Notes() {}

  static Map<String, String> labels(Metadata metadata) {
    return texts(metadata.labels());
  }

  /** Returns an annotation; one without text says nothing. */
  static Optional<String> annotation(String name, Metadata metadata) {
    return Optional.ofNullable(texts(metadata.annotations()).get(name))
        .filter(text -> !text.isEmpty());
  }

  static Map<String, String> texts(@Nullable Map<String, @Nullable String> notes) {
    Map<String, String> texts = new HashMap<>();
    if (notes != null) {
      notes.forEach((name, text) -> texts.put(name, Objects.requireNonNullElse(text, "")));
    }
    return texts;
  }
}
