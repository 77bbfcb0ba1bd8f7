package dev.promotion.yaml.internal.jsonpath;

import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.yaml.internal.finding.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A path that was read, ready to find nodes. Immutable.
 *
 * <p>Besides the standard, two forms of Codefresh are understood, with a warning: no dot after
 * {@code $}, and dashes in a name after a dot.
 */
public final class PathQuery {

  /** The longest path in characters. */
  public static final int MOST_LENGTH = 10_000;

  /** The most steps that a query may have. */
  public static final int MOST_SEGMENTS = 200;

  /** How deep conditions and functions may be nested in each other. */
  public static final int MOST_NESTING = 32;

  /** How deep a search may go: steps of the path, and levels of the document. */
  public static final int MOST_DEPTH = 250;

  /** How many values, and states of a regular expression, a search may look at. */
  public static final int MOST_STEPS = 250_000;

  /** How many nodes a path may lead to. */
  public static final int MOST_RESULTS = 10_000;

  /** At so many nodes at most it is looked why a path does not lead on. */
  private static final int SHOWN = 10;

  /** How many mistakes of one text are looked for to suggest what was meant. */
  private static final int MOST_FIXES = 8;

  private final String text;
  private final Query query;
  private final List<Problem> warnings;

  private PathQuery(String text, PathParser.Parsed parsed) {
    this.text = text;
    this.query = parsed.query();
    this.warnings = warnings(text, parsed);
  }

  /**
   * Reads a path.
   *
   * @throws InvalidDefinitionException if the text is no path (PATH_SYNTAX), or a path beyond the
   *     limits (PATH_LIMIT)
   */
  public static PathQuery parse(String text) {
    try {
      return new PathQuery(text, PathParser.parse(text));
    } catch (PathFault fault) {
      throw refused(text, fault);
    }
  }

  /**
   * Finds all nodes in a document, in the order of the standard; a node that is found in several
   * ways is there several times.
   *
   * @throws InvalidDefinitionException if that takes too long, or finds too many (PATH_LIMIT)
   */
  public List<Node> find(JsonValue document) {
    Evaluation run = new Evaluation(text, document);
    List<Node> found = new ArrayList<>();
    query.walk(
        run.root(),
        run,
        node -> {
          if (found.size() == MOST_RESULTS) {
            throw run.exceeded(
                "finds more than " + MOST_RESULTS + " values", "promote what holds them");
          }
          return found.add(node);
        });
    return found;
  }

  /**
   * Tells how far the path leads in a document where it finds nothing.
   *
   * @throws InvalidDefinitionException if that takes too long (PATH_LIMIT)
   */
  public DeadEnd deadEnd(JsonValue document) {
    List<Segment> segments = query.segments();
    for (int steps = segments.size() - 1; steps > 0; steps--) {
      Query part = new Query(false, segments.subList(0, steps));
      Evaluation run = new Evaluation(text, document);
      List<Node> last = new ArrayList<>();
      part.walk(run.root(), run, node -> last.add(node) && last.size() < SHOWN);
      if (!last.isEmpty()) {
        return new DeadEnd(last, segments.get(steps).name());
      }
    }
    return new DeadEnd(
        List.of(Node.root(document)), segments.isEmpty() ? "" : segments.get(0).name());
  }

  /** Returns what should be known about the path; the place of each warning is empty. */
  public List<Problem> warnings() {
    return warnings;
  }

  /** Returns the path in its standard form. */
  @Override
  public String toString() {
    return query.toString();
  }

  private static List<Problem> warnings(String text, PathParser.Parsed parsed) {
    List<Problem> warnings = new ArrayList<>();
    if (!parsed.standard()) {
      warnings.add(
          new Problem(
              ProblemCode.PATH_NOT_STANDARD,
              "",
              Wording.quoted(text)
                  + " is not in the standard form of a path; write "
                  + Wording.quoted(parsed.query().toString())));
    }
    for (String warning : parsed.warnings()) {
      warnings.add(new Problem(ProblemCode.PATH_REGEXP, "", warning));
    }
    return List.copyOf(warnings);
  }

  private static InvalidDefinitionException refused(String text, PathFault fault) {
    int position = text.codePointCount(0, fault.position()) + 1;
    String message =
        fault.code() == ProblemCode.PATH_LIMIT
            ? " is beyond the limits of a path (position " + position + "): " + fault.what()
            : " is not a path (position " + position + "): " + fault.what();
    String fix =
        meant(text, fault).map(best -> "; did you mean " + Wording.quoted(best) + "?").orElse("");
    return new InvalidDefinitionException(fault.code(), "", Wording.quoted(text) + message + fix);
  }

  /** Returns the path that comes out when one mistake after the other is corrected. */
  private static Optional<String> meant(String text, PathFault first) {
    String corrected = text;
    Optional<PathFault.Fix> fix = first.fix();
    for (int count = 0; count < MOST_FIXES && fix.isPresent(); count++) {
      corrected = fix.get().in(corrected);
      try {
        PathParser.Parsed parsed = PathParser.parse(corrected);
        return Optional.of(parsed.standard() ? corrected : parsed.query().toString());
      } catch (PathFault next) {
        fix = next.fix();
      }
    }
    return Optional.empty();
  }
}
