package dev.promotion.yaml.internal.jsonpath;

import dev.promotion.yaml.internal.finding.Wording;
import dev.promotion.yaml.internal.jsonpath.JsonValue.Kind;
import dev.promotion.yaml.internal.regexp.IRegexp;
import dev.promotion.yaml.internal.regexp.RegexpLimitException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what a filter asks, and checks that its types fit. */
final class FilterParser {

  private static final String NAME_ENDS = ".[],) =<>!&|";

  private final Cursor cursor;
  private final PathParser paths;
  private final List<String> warnings;
  private int depth;

  FilterParser(Cursor cursor, PathParser paths, List<String> warnings) {
    this.cursor = cursor;
    this.paths = paths;
    this.warnings = warnings;
  }

  /** Reads alternatives, each of which may be several conditions. */
  Condition condition() throws PathFault {
    deeper();
    List<Condition> parts = new ArrayList<>();
    do {
      cursor.skipBlanks();
      parts.add(allOf());
    } while (follows("||"));
    depth--;
    return parts.size() == 1 ? parts.get(0) : new Condition.AnyOf(List.copyOf(parts));
  }

  private Condition allOf() throws PathFault {
    List<Condition> parts = new ArrayList<>();
    do {
      cursor.skipBlanks();
      parts.add(basic());
    } while (follows("&&"));
    return parts.size() == 1 ? parts.get(0) : new Condition.AllOf(List.copyOf(parts));
  }

  /** Takes a sign after blanks, or nothing at all. */
  private boolean follows(String sign) throws PathFault {
    int end = cursor.at();
    cursor.skipBlanks();
    if (cursor.take(sign)) {
      return true;
    }
    String half = sign.substring(1);
    if (cursor.take(half)) {
      throw PathFault.syntax(cursor.at() - 1, "one " + half + " is no operator")
          .write(cursor.at() - 1, cursor.at(), sign);
    }
    cursor.back(end);
    return false;
  }

  private Condition basic() throws PathFault {
    if (cursor.take("!")) {
      cursor.skipBlanks();
      int start = cursor.at();
      return new Condition.Not(cursor.peek() == '(' ? parentheses() : test(operand(), start));
    }
    if (cursor.peek() == '(') {
      return parentheses();
    }
    int start = cursor.at();
    Operand left = operand();
    int end = cursor.at();
    cursor.skipBlanks();
    Optional<Operator> operator = operator();
    if (operator.isEmpty()) {
      cursor.back(end);
      return test(left, start);
    }
    comparable(left, start, end);
    cursor.skipBlanks();
    int second = cursor.at();
    Operand right = operand();
    comparable(right, second, cursor.at());
    return new Condition.Comparison(left, operator.get(), right);
  }

  private Condition parentheses() throws PathFault {
    cursor.take("(");
    Condition inner = condition();
    cursor.skipBlanks();
    if (!cursor.take(")")) {
      throw notClosed("an operator or ')'");
    }
    return inner;
  }

  private PathFault notClosed(String expected) {
    return cursor.done() || cursor.peek() == ']'
        ? cursor.fault("the parenthesis is not closed").write(cursor.at(), cursor.at(), ")")
        : paths.unexpected(expected, NAME_ENDS);
  }

  private Optional<Operator> operator() throws PathFault {
    Optional<Operator> found =
        Stream.of(Operator.values()).filter(each -> cursor.take(each.sign())).findFirst();
    int at = cursor.at();
    if (found.isPresent() && cursor.take("=")) {
      throw PathFault.syntax(at, "the operator has one = too many").write(at, at + 1, "");
    }
    if (found.isEmpty() && cursor.take("=~")) {
      throw PathFault.syntax(at, "=~ is no operator; write match(value, 'expression')");
    }
    if (found.isEmpty() && cursor.take("=")) {
      throw PathFault.syntax(at, "one = is no operator").write(at, at, "=");
    }
    return found;
  }

  private Condition test(Operand operand, int start) throws PathFault {
    if (operand instanceof Query query) {
      return new Condition.Exists(query);
    }
    if (!(operand instanceof FunctionCall call)) {
      throw PathFault.syntax(start, "a literal alone is no condition; compare it with something");
    }
    if (call.function().result() != Function.Type.LOGICAL) {
      throw PathFault.syntax(
          start, call.function() + "() gives no yes or no; compare what it gives");
    }
    return new Condition.Says(call);
  }

  private void comparable(Operand operand, int start, int end) throws PathFault {
    if (operand instanceof Query query && !query.singular()) {
      throw several(query, start, end);
    }
    if (operand instanceof FunctionCall call && call.function().result() == Function.Type.LOGICAL) {
      throw PathFault.syntax(
          start, call.function() + "() says yes or no itself; do not compare it");
    }
  }

  private PathFault several(Query query, int start, int end) {
    return PathFault.syntax(start, "one value is needed, and this may find several")
        .write(start, end, "value(" + query + ")");
  }

  private Operand operand() throws PathFault {
    int point = cursor.peek();
    if (cursor.take("@") || cursor.take("$")) {
      return paths.query(point == '@');
    }
    if (point == '\'' || point == '"') {
      return new Literal(Kind.STRING, cursor.string());
    }
    if (point == '-' || Names.digit(point)) {
      return new Literal(Kind.NUMBER, cursor.number());
    }
    if (Names.first(point)) {
      return word();
    }
    throw cursor.expected("@, $, a value or a function");
  }

  private Operand word() throws PathFault {
    int from = cursor.at();
    while (Names.next(cursor.peek())) {
      cursor.next();
    }
    String word = cursor.since(from);
    if (cursor.peek() == '(') {
      return call(word, from);
    }
    switch (word) {
      case "true", "false" -> {
        return new Literal(Kind.BOOLEAN, word);
      }
      case "null" -> {
        return new Literal(Kind.NULL, "");
      }
      default ->
          throw PathFault.syntax(from, Wording.quoted(word) + " is neither a value nor a function")
              .write(
                  from,
                  cursor.at(),
                  Wording.nearest(word, List.of("true", "false", "null"))
                      .orElse(Names.quoted(word)));
    }
  }

  private FunctionCall call(String name, int start) throws PathFault {
    Function function = Function.named(name).orElse(null);
    if (function == null) {
      throw unknown(name, start);
    }
    deeper();
    cursor.take("(");
    List<Operand> arguments = new ArrayList<>();
    cursor.skipBlanks();
    if (cursor.peek() != ')') {
      do {
        cursor.skipBlanks();
        arguments.add(argument(function));
        cursor.skipBlanks();
      } while (cursor.take(","));
    }
    if (!cursor.take(")")) {
      throw notClosed("',' or ')'");
    }
    if (arguments.size() != function.parameters()) {
      throw PathFault.syntax(
          start, function + "() takes " + function.parameters() + ", not " + arguments.size());
    }
    depth--;
    checkRegexp(function, arguments, start);
    return new FunctionCall(function, arguments);
  }

  private PathFault unknown(String name, int start) {
    List<String> known = Stream.of(Function.values()).map(Function::toString).toList();
    PathFault fault =
        PathFault.syntax(
            start,
            "there is no function " + Wording.quoted(name) + ", only " + Wording.list(known));
    return Wording.nearest(name, known)
        .map(best -> fault.write(start, start + name.length(), best))
        .orElse(fault);
  }

  private Operand argument(Function function) throws PathFault {
    int start = cursor.at();
    Operand argument = operand();
    boolean nodes = function.parameter() == Function.Type.NODES;
    if (nodes && !(argument instanceof Query)) {
      throw PathFault.syntax(start, function + "() takes a query that begins with @ or $");
    }
    if (!nodes) {
      comparable(argument, start, cursor.at());
    }
    return argument;
  }

  /** A text that is no regular expression is allowed, yet hardly meant. */
  private void checkRegexp(Function function, List<Operand> arguments, int start) throws PathFault {
    if (function.result() != Function.Type.LOGICAL
        || !(arguments.get(1) instanceof Literal literal && literal.kind() == Kind.STRING)) {
      return;
    }
    try {
      if (IRegexp.parse(literal.text()).isEmpty()) {
        warnings.add(PathParser.notRegexp(literal.text()));
      }
    } catch (RegexpLimitException large) {
      throw PathFault.limit(
          start, "the regular expression is beyond the limits: " + large.getMessage());
    }
  }

  private void deeper() throws PathFault {
    if (++depth > PathQuery.MOST_NESTING) {
      throw PathFault.limit(
          cursor.at(), "it is nested deeper than " + PathQuery.MOST_NESTING + " levels");
    }
  }
}
