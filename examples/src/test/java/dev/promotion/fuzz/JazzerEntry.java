package dev.promotion.fuzz;

/** Where the fuzzer Jazzer begins: the name of the target is the only argument of the target. */
@SuppressWarnings("NonFinalStaticField") // Jazzer knows static methods only.
public final class JazzerEntry {

  private static Watched watched = new Watched(input -> {});

  private JazzerEntry() {}

  /** Called once. */
  public static void fuzzerInitialize(String[] arguments) {
    watched = new Watched(Targets.named(arguments[0]));
  }

  /** Called for each input. */
  public static void fuzzerTestOneInput(byte[] input) {
    watched.read(input);
  }
}
