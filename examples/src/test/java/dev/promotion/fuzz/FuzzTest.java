package dev.promotion.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Feeds everything that reads what others wrote: with the inputs that are kept, and with inputs
 * made of them. Profile {@code fuzz} does the same for as long as it is told, led by coverage.
 */
class FuzzTest {

  /** So small that no recursion as deep as an input says fits into it. */
  private static final long STACK = 256 << 10;

  private static final boolean RELEASE = "release".equals(System.getProperty("promotion.proof"));

  static Stream<String> targets() {
    return Targets.names().stream();
  }

  @ParameterizedTest
  @MethodSource("targets")
  void everyInputIsAnsweredOrRefusedInTimeAndSpace(String name) throws Exception {
    Watched watched = new Watched(Targets.named(name));
    List<byte[]> seeds = Corpus.of(name);
    Mutator mutator = new Mutator(1, seeds);
    int inputs = Targets.inputs(name) * (RELEASE ? 50 : 1);

    int answered =
        onSmallStack(
            () -> {
              int read = 0;
              for (byte[] seed : seeds) {
                read += watched.read(seed) ? 1 : 0;
              }
              for (int input = 0; input < inputs; input++) {
                read += watched.read(mutator.next()) ? 1 : 0;
              }
              return read;
            });

    // A generator whose inputs are all refused at the door finds nothing.
    System.out.printf("fuzz %s: %d inputs, %d read%n", name, inputs + seeds.size(), answered);
    assertThat(answered).isGreaterThan(inputs / 100);
  }

  private static int onSmallStack(Callable<Integer> work) throws Exception {
    FutureTask<Integer> task = new FutureTask<>(work);
    Thread thread = new Thread(null, task, "fuzz", STACK);
    thread.start();
    try {
      return task.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof Error error) {
        throw error;
      }
      throw new IOException(failed.getCause());
    }
  }
}
