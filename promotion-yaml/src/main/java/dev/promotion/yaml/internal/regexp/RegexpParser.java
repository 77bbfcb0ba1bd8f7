package dev.promotion.yaml.internal.regexp;

import dev.promotion.yaml.internal.regexp.Expression.Choice;
import dev.promotion.yaml.internal.regexp.Expression.Edge;
import dev.promotion.yaml.internal.regexp.Expression.One;
import dev.promotion.yaml.internal.regexp.Expression.Repeat;
import dev.promotion.yaml.internal.regexp.Expression.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a text as an interoperable regular expression. Used once. */
final class RegexpParser {

  private static final String SPECIAL = "()*+.?[\\]{|}";
  private static final String ESCAPED = "()*+-.?[\\]^{|}";

  private final String text;
  private int at;
  private int depth;

  private RegexpParser(String text) {
    this.text = text;
  }

  /** Returns the expression, or empty where the text is none. */
  static Optional<Expression> parse(String text) {
    RegexpParser parser = new RegexpParser(text);
    try {
      Expression expression = parser.choice();
      return parser.peek() == END ? Optional.of(expression) : Optional.empty();
    } catch (NotRegexp no) {
      return Optional.empty();
    }
  }

  private Expression choice() throws NotRegexp {
    List<Expression> branches = new ArrayList<>();
    do {
      branches.add(branch());
    } while (take('|'));
    return branches.size() == 1 ? branches.get(0) : new Choice(branches);
  }

  private Expression branch() throws NotRegexp {
    List<Expression> parts = new ArrayList<>();
    while (peek() != END && peek() != '|' && peek() != ')') {
      parts.add(quantified(atom()));
    }
    return new Sequence(parts);
  }

  private Expression atom() throws NotRegexp {
    int point = next();
    switch (point) {
      case '(' -> {
        return group();
      }
      case '[' -> {
        return new One(bracket());
      }
      case '.' -> {
        return new One(CharacterSet.DOT);
      }
      case '^', '$' -> {
        return new Edge(point == '^');
      }
      case '\\' -> {
        return new One(escape());
      }
      default -> {
        check(SPECIAL.indexOf(point) < 0);
        return new One(CharacterSet.of(point));
      }
    }
  }

  private Expression group() throws NotRegexp {
    if (++depth > IRegexp.MOST_DEPTH) {
      throw new RegexpLimitException(
          "its groups are nested deeper than " + IRegexp.MOST_DEPTH + " levels");
    }
    Expression inner = choice();
    check(take(')'));
    depth--;
    return inner;
  }

  private Expression quantified(Expression part) throws NotRegexp {
    if (take('*')) {
      return new Repeat(part, 0, Repeat.UNBOUNDED);
    }
    if (take('+')) {
      return new Repeat(part, 1, Repeat.UNBOUNDED);
    }
    if (take('?')) {
      return new Repeat(part, 0, 1);
    }
    return take('{') ? range(part) : part;
  }

  private Expression range(Expression part) throws NotRegexp {
    int least = number();
    int most = least;
    if (take(',')) {
      most = peek() == '}' ? Repeat.UNBOUNDED : number();
    }
    check(take('}') && (most == Repeat.UNBOUNDED || least <= most));
    return new Repeat(part, least, most);
  }

  /** Reads how often; what is larger than any program may be is cut to a number that is, too. */
  private int number() throws NotRegexp {
    int value = 0;
    check(digit(peek()));
    while (digit(peek())) {
      value = Math.min(value * 10 + (next() - '0'), IRegexp.MOST_INSTRUCTIONS + 1);
    }
    return value;
  }

  private CharacterSet escape() throws NotRegexp {
    CharacterSet.Builder set = new CharacterSet.Builder();
    if (peek() == 'p' || peek() == 'P') {
      set.add(category());
    } else {
      int point = escaped();
      set.add(point, point);
    }
    return set.build(false);
  }

  /** Reads a category after its backslash, and returns its types. */
  private int category() throws NotRegexp {
    boolean others = next() == 'P';
    check(take('{'));
    int end = text.indexOf('}', at);
    check(end >= 0);
    int types = Categories.named(text.substring(at, end)).orElseThrow(NotRegexp::new);
    at = end + 1;
    return others ? Categories.others(types) : types;
  }

  /** Reads a character after its backslash. */
  private int escaped() throws NotRegexp {
    int point = next();
    switch (point) {
      case 'n' -> {
        return '\n';
      }
      case 'r' -> {
        return '\r';
      }
      case 't' -> {
        return '\t';
      }
      default -> {
        check(ESCAPED.indexOf(point) >= 0);
        return point;
      }
    }
  }

  /** Reads a set of characters after its bracket; a dash first or last is a character. */
  private CharacterSet bracket() throws NotRegexp {
    boolean negated = take('^');
    CharacterSet.Builder set = new CharacterSet.Builder();
    if (take('-')) {
      set.add('-', '-');
    } else {
      element(set);
    }
    while (peek() != ']') {
      if (take('-')) {
        set.add('-', '-');
        check(peek() == ']');
      } else {
        element(set);
      }
    }
    next();
    return set.build(negated);
  }

  private void element(CharacterSet.Builder set) throws NotRegexp {
    if (peek() == '\\' && at + 1 < text.length() && "pP".indexOf(text.charAt(at + 1)) >= 0) {
      next();
      set.add(category());
      return;
    }
    int from = member();
    int to = from;
    if (peek() == '-' && at + 1 < text.length() && text.charAt(at + 1) != ']') {
      next();
      to = member();
    }
    check(from <= to);
    set.add(from, to);
  }

  private int member() throws NotRegexp {
    int point = next();
    check(point != '[' && point != ']' && point != '-');
    return point == '\\' ? escaped() : point;
  }

  private static final int END = -1;

  private int peek() {
    return at < text.length() ? text.codePointAt(at) : END;
  }

  private boolean take(char wanted) {
    if (peek() != wanted) {
      return false;
    }
    at++;
    return true;
  }

  private int next() throws NotRegexp {
    int point = peek();
    check(point != END && Character.getType(point) != Character.SURROGATE);
    at += Character.charCount(point);
    return point;
  }

  private static boolean digit(int point) {
    return point >= '0' && point <= '9';
  }

  private static void check(boolean good) throws NotRegexp {
    if (!good) {
      throw new NotRegexp();
    }
  }

  /** Says that the text is no expression. */
  private static final class NotRegexp extends Exception {

    private static final long serialVersionUID = 1L;

    NotRegexp() {
      super("", null, false, false);
    }
  }
}
