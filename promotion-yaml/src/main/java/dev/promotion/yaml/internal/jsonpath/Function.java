package dev.promotion.yaml.internal.jsonpath;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The functions that a filter may call, with the types of what they take and give. */
enum Function {
  LENGTH(Type.VALUE, 1, Type.VALUE),
  COUNT(Type.VALUE, 1, Type.NODES),
  MATCH(Type.LOGICAL, 2, Type.VALUE),
  SEARCH(Type.LOGICAL, 2, Type.VALUE),
  VALUE(Type.VALUE, 1, Type.NODES);

  /** What an expression gives. */
  enum Type {
    /** A value, or nothing. */
    VALUE,
    /** Yes or no. */
    LOGICAL,
    /** Any number of nodes. */
    NODES
  }

  private final Type result;
  private final int parameters;
  private final Type parameter;

  Function(Type result, int parameters, Type parameter) {
    this.result = result;
    this.parameters = parameters;
    this.parameter = parameter;
  }

  Type result() {
    return result;
  }

  /** Returns how many parameters there are. */
  int parameters() {
    return parameters;
  }

  /** Returns the type that all parameters have. */
  Type parameter() {
    return parameter;
  }

  /** Returns the name, as a path has it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Function> named(String name) {
    return Stream.of(values()).filter(each -> each.toString().equals(name)).findFirst();
  }
}
