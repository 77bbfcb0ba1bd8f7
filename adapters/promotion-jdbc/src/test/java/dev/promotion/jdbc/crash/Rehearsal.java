package dev.promotion.jdbc.crash;

import java.util.List;

/** A process that promotes on one ground after the other, so that it needs what any other does. */
final class Rehearsal {

  private Rehearsal() {}

  /** Takes the arguments of several processes. */
  public static void main(String... arguments) {
    List<String> all = List.of(arguments);
    for (int at = 0; at < all.size(); at += PromotingProcess.ARGUMENTS) {
      PromotingProcess.main(
          all.subList(at, at + PromotingProcess.ARGUMENTS).toArray(String[]::new));
    }
  }
}
