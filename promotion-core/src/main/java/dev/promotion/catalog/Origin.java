package dev.promotion.catalog;

/**
 * Tells where a definition was written, so that a fault that shows only beside other definitions is
 * reported at its file and line.
 */
@FunctionalInterface
public interface Origin {

  /**
   * Returns the place of a field.
   *
   * @param field path of a field in the definition, such as {@code spec.steps[1].environment};
   *     empty for the definition as a whole
   * @return what an error shows before its message, such as {@code flows.yaml:12:7: spec.steps[1]}
   */
  String placeOf(String field);

  /**
   * Returns an origin for a definition that was made by a program.
   *
   * @param definition what to call it, such as {@code flow three-env-promotion}
   * @return the origin
   */
  static Origin named(String definition) {
    return field -> field.isEmpty() ? definition : definition + ": " + field;
  }
}
