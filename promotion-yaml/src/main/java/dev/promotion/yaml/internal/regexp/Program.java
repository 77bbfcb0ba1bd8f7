package dev.promotion.yaml.internal.regexp;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression as instructions, which are followed from the first one on; the last one is
 * the match.
 *
 * @param code the instructions
 */
record Program(List<Instruction> code) {

  /** What an instruction does. */
  enum Kind {
    /** Takes a character of a set. */
    CHARACTER,
    /** Goes on at either of two places. */
    SPLIT,
    /** Goes on if this is the start of the text. */
    START,
    /** Goes on if this is the end of the text. */
    END,
    /** Has matched. */
    MATCH
  }

  /**
   * An instruction.
   *
   * @param set the characters, for {@link Kind#CHARACTER}
   * @param next where to go on
   * @param other where to go on as well, for {@link Kind#SPLIT}
   */
  record Instruction(Kind kind, @Nullable CharacterSet set, int next, int other) {

    boolean takes(int point) {
      return set != null && set.contains(point);
    }
  }

  static Program of(Expression expression) {
    Writer writer = new Writer();
    expression.write(writer);
    writer.add(Kind.MATCH, null);
    return new Program(List.copyOf(writer.code));
  }

  /** Writes instructions one after the other. */
  static final class Writer {

    private final List<Instruction> code = new ArrayList<>();

    void character(CharacterSet set) {
      add(Kind.CHARACTER, set);
    }

    void edge(boolean start) {
      add(start ? Kind.START : Kind.END, null);
    }

    void choice(List<Expression> branches) {
      List<Integer> ends = new ArrayList<>();
      for (Expression branch : branches.subList(0, branches.size() - 1)) {
        int split = add(Kind.SPLIT, null);
        branch.write(this);
        ends.add(add(Kind.SPLIT, null));
        lead(split, split + 1, code.size());
      }
      branches.get(branches.size() - 1).write(this);
      ends.forEach(end -> lead(end, code.size(), code.size()));
    }

    void repeat(Expression.Repeat repeat) {
      if (!times(repeat.least(), repeat.part())) {
        return;
      }
      if (repeat.most() == Expression.Repeat.UNBOUNDED) {
        int split = add(Kind.SPLIT, null);
        repeat.part().write(this);
        int back = add(Kind.SPLIT, null);
        lead(split, split + 1, code.size());
        lead(back, split, split);
      } else {
        List<Integer> splits = new ArrayList<>();
        for (int time = repeat.least(); time < repeat.most(); time++) {
          splits.add(add(Kind.SPLIT, null));
          repeat.part().write(this);
        }
        splits.forEach(split -> lead(split, split + 1, code.size()));
      }
    }

    /** Writes a part several times; false if it is nothing, however often it is repeated. */
    private boolean times(int count, Expression part) {
      for (int time = 0; time < count; time++) {
        int before = code.size();
        part.write(this);
        if (code.size() == before) {
          return false;
        }
      }
      return true;
    }

    private int add(Kind kind, @Nullable CharacterSet set) {
      if (code.size() == IRegexp.MOST_INSTRUCTIONS) {
        throw new RegexpLimitException("its repetitions make it too large");
      }
      code.add(new Instruction(kind, set, code.size() + 1, code.size() + 1));
      return code.size() - 1;
    }

    private void lead(int split, int next, int other) {
      code.set(split, new Instruction(Kind.SPLIT, null, next, other));
    }
  }
}
