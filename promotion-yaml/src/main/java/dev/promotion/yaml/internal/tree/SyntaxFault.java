package dev.promotion.yaml.internal.tree;

import dev.promotion.problem.ProblemCode;
import dev.promotion.yaml.internal.finding.Finding;
import dev.promotion.yaml.internal.finding.Position;
import java.util.Objects;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;

/**
 * Says in plain words where and why a text stops to be YAML.
 *
 * @param text the whole text
 * @param reached the end of what could be read
 * @param bracket the innermost bracket that was open there, if any
 */
record SyntaxFault(String text, Position reached, Optional<Position> bracket) {

  private static final int LONGEST_KEY = 1024;

  Finding finding(RuntimeException failure) {
    if (failure instanceof YamlVersionException) {
      return finding(
          reached, ProblemCode.YAML_VERSION, "%YAML names an unknown version; remove the line");
    }
    if (failure instanceof MarkedYamlEngineException marked) {
      return finding(marked);
    }
    return failure instanceof NumberFormatException
        ? finding(
            openQuote(), ProblemCode.BAD_ESCAPE, "an escape after '\\' is cut off; complete it")
        : finding(reached, ProblemCode.YAML_SYNTAX, "not YAML from here on; correct it");
  }

  private Finding finding(MarkedYamlEngineException failure) {
    String context = Objects.requireNonNullElse(failure.getContext(), "");
    String problem = Objects.requireNonNullElse(failure.getProblem(), "");
    Position at = failure.getProblemMark().map(YamlParser::position).orElse(reached);
    Position from = failure.getContextMark().map(YamlParser::position).orElse(at);
    if (template(at) || template(from)) {
      return finding(
          at, ProblemCode.TEMPLATE_SYNTAX, "this is a template, not plain YAML; render it first");
    }
    if (problem.contains("(TAB)")) {
      return finding(
          at, ProblemCode.TAB_INDENT, "line " + at.line() + " uses a tab; indent with spaces");
    }
    if (context.contains("quoted scalar") && problem.startsWith("found unexpected")) {
      return finding(
          from, ProblemCode.UNCLOSED_QUOTE, "the quote opened at " + from + " is not closed");
    }
    if (problem.contains("escape")) {
      return finding(
          at, ProblemCode.BAD_ESCAPE, problem + "; in single quotes a '\\' is plain text");
    }
    if (problem.startsWith("mapping values are not allowed") || problem.endsWith("expected ':'")) {
      return key(failure.getContextMark(), at);
    }
    return structure(context, problem, at);
  }

  private Finding key(Optional<Mark> start, Position at) {
    Position from = start.map(YamlParser::position).orElse(new Position(at.line(), 1));
    if (at.line() == from.line() && at.column() - from.column() > LONGEST_KEY) {
      return finding(
          from, ProblemCode.KEY_TOO_LONG, "the key is longer than " + LONGEST_KEY + " characters");
    }
    if (start.isPresent()) {
      return finding(
          from, ProblemCode.YAML_SYNTAX, "no ':' after this text; write 'key: value', or quote it");
    }
    return finding(
        at,
        ProblemCode.MAPPING_IN_SCALAR,
        "a key with ':' cannot stand here; quote the value if the ':' is part of it,"
            + " else correct the indentation");
  }

  private Finding structure(String context, String problem, Position at) {
    if (bracket.isPresent() && (context.contains("flow") || problem.contains("stream end"))) {
      Position open = bracket.get();
      return finding(
          open,
          ProblemCode.UNCLOSED,
          "'" + bracket(open) + "' opened at " + open + " is not closed");
    }
    if (context.contains("tag") || problem.contains("tag handle")) {
      return finding(at, ProblemCode.TAG_NOT_ALLOWED, "a YAML tag is not allowed here; remove it");
    }
    return problem.contains("<block end>")
        ? finding(
            at, ProblemCode.YAML_SYNTAX, "the indentation does not fit the lines before; align it")
        : finding(at, ProblemCode.YAML_SYNTAX, "not YAML: " + problem + "; correct it");
  }

  /** Returns where the quoted text starts that comes next. */
  private Position openQuote() {
    int from = reached.column() - 1;
    int number = reached.line();
    for (String line : (Iterable<String>) text.lines().skip(number - 1L)::iterator) {
      int quote = line.indexOf('"', line.offsetByCodePoints(0, from));
      if (quote >= 0) {
        return new Position(number, line.codePointCount(0, quote) + 1);
      }
      from = 0;
      number++;
    }
    return reached;
  }

  private boolean template(Position position) {
    return line(position).contains("{{");
  }

  /** Returns the bracket that a value starts with, after its anchor or tag. */
  private char bracket(Position position) {
    String line = line(position);
    int index = line.offsetByCodePoints(0, position.column() - 1);
    while (index < line.length() - 1 && line.charAt(index) != '[' && line.charAt(index) != '{') {
      index++;
    }
    return line.charAt(index);
  }

  private String line(Position position) {
    return text.lines().skip(position.line() - 1L).findFirst().orElse("");
  }

  private static Finding finding(Position position, ProblemCode code, String message) {
    return new Finding(position, "", code, message);
  }
}
