package dev.promotion.yaml.internal.finding;

import java.util.Comparator;

/**
 * A position in a text.
 *
 * @param line the line, counted from 1
 * @param column the character in the line, counted from 1
 */
public record Position(int line, int column) implements Comparable<Position> {

  /** The start of a text. */
  public static final Position START = new Position(1, 1);

  private static final Comparator<Position> ORDER =
      Comparator.comparingInt(Position::line).thenComparingInt(Position::column);

  @Override
  public int compareTo(Position other) {
    return ORDER.compare(this, other);
  }

  /** Returns the position as compilers print it. */
  @Override
  public String toString() {
    return line + ":" + column;
  }
}
