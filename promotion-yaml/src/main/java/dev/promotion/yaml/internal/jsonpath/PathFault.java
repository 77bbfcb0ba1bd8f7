package dev.promotion.yaml.internal.jsonpath;

import dev.promotion.problem.ProblemCode;
import java.util.Optional;

/** Says where and why a text is no path, and how it may have been meant. */
final class PathFault extends Exception {

  private static final long serialVersionUID = 1L;

  private final ProblemCode code;
  private final int position;
  private final String what;
  private final transient Optional<Fix> fix;

  private PathFault(ProblemCode code, int position, String what, Optional<Fix> fix) {
    super(what, null, false, false);
    this.code = code;
    this.position = position;
    this.what = what;
    this.fix = fix;
  }

  /**
   * A change of the text.
   *
   * @param from where it starts
   * @param to where it ends
   * @param text what stands there then
   */
  record Fix(int from, int to, String text) {

    String in(String path) {
      return path.substring(0, from) + text + path.substring(to);
    }
  }

  static PathFault syntax(int position, String what) {
    return new PathFault(ProblemCode.PATH_SYNTAX, position, what, Optional.empty());
  }

  static PathFault limit(int position, String what) {
    return new PathFault(ProblemCode.PATH_LIMIT, position, what, Optional.empty());
  }

  /** Adds that the text from one place to another should be something else. */
  PathFault write(int from, int to, String text) {
    return new PathFault(code, position, what, Optional.of(new Fix(from, to, text)));
  }

  ProblemCode code() {
    return code;
  }

  /** Returns where it is, counted from 0. */
  int position() {
    return position;
  }

  /** Returns what is wrong. */
  String what() {
    return what;
  }

  Optional<Fix> fix() {
    return fix;
  }
}
