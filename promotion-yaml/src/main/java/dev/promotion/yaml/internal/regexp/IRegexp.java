package dev.promotion.yaml.internal.regexp;

import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * An interoperable regular expression (RFC 9485). All ways through the expression are followed at
 * once, so that no text takes more than its length times the size of the expression. Immutable.
 *
 * <p>Outside brackets {@code ^} and {@code $} stand for the start and the end of the text, as in
 * the dialects that the RFC translates to. A dot is any character but the ends of lines.
 */
public final class IRegexp {

  /** The longest expression in characters. */
  public static final int MOST_LENGTH = 2_000;

  /** How many instructions an expression may have when its repetitions are written out. */
  public static final int MOST_INSTRUCTIONS = 10_000;

  /** How deep groups may be nested. */
  public static final int MOST_DEPTH = 50;

  private final Program program;

  private IRegexp(Program program) {
    this.program = program;
  }

  /**
   * Reads an expression.
   *
   * @return the expression, or empty where the text is none
   * @throws RegexpLimitException if it is longer, deeper or larger than allowed
   */
  public static Optional<IRegexp> parse(String text) {
    if (text.length() > MOST_LENGTH) {
      throw new RegexpLimitException(
          "it has " + text.length() + " characters, the limit is " + MOST_LENGTH);
    }
    return RegexpParser.parse(text).map(Program::of).map(IRegexp::new);
  }

  /** Returns how many instructions the expression has: a step of a search takes so many at most. */
  public int size() {
    return program.code().size();
  }

  /**
   * Tells whether the expression matches a whole text.
   *
   * @param cost is told how many steps were needed, and may stop the search by an exception
   */
  public boolean matches(String text, IntConsumer cost) {
    return new Search(program, text, cost).whole();
  }

  /**
   * Tells whether the expression matches a part of a text.
   *
   * @param cost is told how many steps were needed, and may stop the search by an exception
   */
  public boolean isIn(String text, IntConsumer cost) {
    return new Search(program, text, cost).anywhere();
  }
}
