package dev.promotion.yaml.internal.values;

import dev.promotion.port.ValuesRefusedException;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.template.NormalizedPath;
import java.util.ArrayList;
import java.util.List;

/**
 * The steps of a normalized path (RFC 9535, section 2.7).
 *
 * @param path the path as it is written
 * @param steps its steps from the root
 */
record Place(NormalizedPath path, List<PathStep> steps) {

  Place {
    steps = List.copyOf(steps);
  }

  /**
   * Reads a path.
   *
   * @throws ValuesRefusedException if it is not a normalized path
   */
  static Place of(NormalizedPath path) {
    return new Reader(path).read();
  }

  /** Tells whether one of the places is a part of the other, or both are the same. */
  boolean overlaps(Place other) {
    int common = Math.min(steps.size(), other.steps.size());
    return steps.subList(0, common).equals(other.steps.subList(0, common));
  }

  private static final class Reader {

    private static final int MOST_DIGITS = 9;

    private final NormalizedPath path;
    private final String text;
    private int at = 1;

    Reader(NormalizedPath path) {
      this.path = path;
      this.text = path.text();
    }

    Place read() {
      List<PathStep> steps = new ArrayList<>();
      while (at < text.length()) {
        expect('[');
        steps.add(peek() == '\'' ? member() : item());
        expect(']');
      }
      return new Place(path, steps);
    }

    private PathStep item() {
      int start = at;
      while (peek() >= '0' && peek() <= '9' && at - start < MOST_DIGITS) {
        at++;
      }
      if (at == start || (text.charAt(start) == '0' && at > start + 1)) {
        throw refused();
      }
      return PathStep.item(Integer.parseInt(text.substring(start, at)));
    }

    private PathStep member() {
      at++;
      StringBuilder name = new StringBuilder();
      while (peek() != '\'') {
        if (peek() < ' ') {
          throw refused();
        }
        name.append(text.charAt(at++) == '\\' ? escaped() : text.charAt(at - 1));
      }
      at++;
      return PathStep.member(name.toString());
    }

    private char escaped() {
      char each = peek();
      at++;
      return switch (each) {
        case '\'', '\\' -> each;
        case 'b' -> '\b';
        case 't' -> '\t';
        case 'n' -> '\n';
        case 'f' -> '\f';
        case 'r' -> '\r';
        case 'u' -> control();
        default -> throw refused();
      };
    }

    private char control() {
      if (!text.startsWith("00", at) || at + 4 > text.length()) {
        throw refused();
      }
      int high = "01".indexOf(text.charAt(at + 2));
      int low = "0123456789abcdef".indexOf(text.charAt(at + 3));
      if (high < 0 || low < 0) {
        throw refused();
      }
      at += 4;
      return (char) (high * 16 + low);
    }

    private void expect(char wanted) {
      if (peek() != wanted) {
        throw refused();
      }
      at++;
    }

    private char peek() {
      return at < text.length() ? text.charAt(at) : '\0';
    }

    private ValuesRefusedException refused() {
      return new ValuesRefusedException(
          List.of(
              new Problem(
                  ProblemCode.PATH_SYNTAX,
                  "",
                  Shown.name(text)
                      + " is not a normalized path (position "
                      + Math.min(at + 1, text.length() + 1)
                      + "); write it like $['image']['tags'][0]")));
    }
  }
}
