package dev.promotion.testkit.simulation;

/** How much is proved: what every commit must show, or what a release must. */
final class Proof {

  private Proof() {}

  static boolean isOfRelease() {
    return "release".equals(System.getProperty("promotion.proof"));
  }

  static long size(long commit, long release) {
    return isOfRelease() ? release : commit;
  }
}
