package dev.promotion.examples;

/** Promotes one release through three environments and prints what happens. */
public final class ThreeEnvironmentDemo {

  private ThreeEnvironmentDemo() {}

  /**
   * Runs the demo.
   *
   * @param args not used
   */
  public static void main(String[] args) {
    System.out.println("Promotion: the three environment demo will run here.");
  }
}
