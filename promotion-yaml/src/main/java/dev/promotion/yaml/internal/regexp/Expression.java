package dev.promotion.yaml.internal.regexp;

import java.util.List;

/** A regular expression as it was read. */
sealed interface Expression {

  /** Writes the instructions that match this. */
  void write(Program.Writer writer);

  /** One character of a set. */
  record One(CharacterSet set) implements Expression {
    @Override
    public void write(Program.Writer writer) {
      writer.character(set);
    }
  }

  /** The start or the end of the text, which takes no character. */
  record Edge(boolean start) implements Expression {
    @Override
    public void write(Program.Writer writer) {
      writer.edge(start);
    }
  }

  /** One after the other. */
  record Sequence(List<Expression> parts) implements Expression {
    @Override
    public void write(Program.Writer writer) {
      parts.forEach(part -> part.write(writer));
    }
  }

  /** Any one of several, of which there are at least two. */
  record Choice(List<Expression> branches) implements Expression {
    @Override
    public void write(Program.Writer writer) {
      writer.choice(branches);
    }
  }

  /**
   * The same several times.
   *
   * @param least how often at least
   * @param most how often at most; {@link #UNBOUNDED} for any number
   */
  record Repeat(Expression part, int least, int most) implements Expression {

    static final int UNBOUNDED = -1;

    @Override
    public void write(Program.Writer writer) {
      writer.repeat(this);
    }
  }
}
