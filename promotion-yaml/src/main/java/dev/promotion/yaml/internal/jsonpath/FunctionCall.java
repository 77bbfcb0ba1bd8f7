package dev.promotion.yaml.internal.jsonpath;

import dev.promotion.yaml.internal.jsonpath.JsonValue.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A function with what is given to it.
 *
 * @param function the function
 * @param arguments as many as it has parameters, of their types
 */
record FunctionCall(Function function, List<Operand> arguments) implements Operand {

  FunctionCall {
    arguments = List.copyOf(arguments);
  }

  @Override
  public Optional<JsonValue> value(Node current, Evaluation run) {
    Operand argument = arguments.get(0);
    return switch (function) {
      case LENGTH -> argument.value(current, run).flatMap(FunctionCall::length);
      case COUNT -> Optional.of(Literal.number(((Query) argument).count(current, run)));
      case VALUE -> argument.value(current, run);
      case MATCH, SEARCH -> Optional.empty();
    };
  }

  /** Tells whether a function that says yes or no says yes. */
  boolean holds(Node current, Evaluation run) {
    Optional<String> text = text(arguments.get(0), current, run);
    return text.isPresent()
        && text(arguments.get(1), current, run)
            .flatMap(run::regexp)
            .filter(
                regexp ->
                    function == Function.MATCH
                        ? regexp.matches(text.get(), run::spend)
                        : regexp.isIn(text.get(), run::spend))
            .isPresent();
  }

  private static Optional<String> text(Operand operand, Node current, Evaluation run) {
    return operand
        .value(current, run)
        .filter(value -> value.kind() == Kind.STRING)
        .map(JsonValue::text);
  }

  /** Returns how many characters, elements or members a value has. */
  private static Optional<JsonValue> length(JsonValue value) {
    return switch (value.kind()) {
      case STRING ->
          Optional.of(Literal.number(value.text().codePointCount(0, value.text().length())));
      case ARRAY -> Optional.of(Literal.number(value.elements().size()));
      case OBJECT -> Optional.of(Literal.number(value.members().size()));
      case NUMBER, BOOLEAN, NULL -> Optional.empty();
    };
  }

  @Override
  public String toString() {
    return arguments.stream()
        .map(Operand::toString)
        .collect(Collectors.joining(", ", function + "(", ")"));
  }
}
