package dev.promotion.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.sun.management.ThreadMXBean;
import dev.promotion.problem.Problem;
import dev.promotion.problem.PromotionException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/** Feeds a target, and fails where it throws what it may not, takes too long or too much memory. */
final class Watched {

  private static final Duration LONGEST = Duration.ofMillis(50);
  private static final long MOST_BYTES = 64L << 20;
  private static final int LONGEST_PROBLEM = 10_000;
  private static final int TRIES = 5;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Target target;

  Watched(Target target) {
    this.target = target;
  }

  /** Tells whether the input was read, and not refused. */
  boolean read(byte[] input) {
    Cost cost = cost(input);
    // What the virtual machine does beside it, such as loading classes, may hit one try, not all.
    for (int again = 0; again < TRIES && cost.excessive(); again++) {
      cost = cost(input);
    }
    if (cost.excessive()) {
      throw new AssertionError(cost + " was needed for " + shown(input));
    }
    return cost.read();
  }

  /** What one reading took of its thread. */
  private record Cost(boolean read, Duration time, long bytes) {

    boolean excessive() {
      return time.compareTo(LONGEST) > 0 || bytes > MOST_BYTES;
    }
  }

  private Cost cost(byte[] input) {
    long bytes = THREADS.getCurrentThreadAllocatedBytes();
    long start = THREADS.getCurrentThreadCpuTime();
    boolean read = answers(input.clone());
    long nanos = THREADS.getCurrentThreadCpuTime() - start;
    bytes = THREADS.getCurrentThreadAllocatedBytes() - bytes;
    return new Cost(read, Duration.ofNanos(nanos), bytes);
  }

  private boolean answers(byte[] input) {
    try {
      target.read(input);
      return true;
    } catch (PromotionException refused) {
      for (Problem problem : refused.problems()) {
        check(problem, input);
      }
      return false;
    } catch (IOException refused) {
      return false;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError leaked) {
      throw new AssertionError(leaked + " came of " + shown(input), leaked);
    }
  }

  /** A problem is one line that can be shown anywhere. */
  private static void check(Problem problem, byte[] input) {
    String line = problem.toString();
    if (line.length() > LONGEST_PROBLEM
        || line.codePoints().anyMatch(point -> Character.isISOControl(point) || half(point))) {
      throw new AssertionError("a problem that cannot be shown came of " + shown(input));
    }
  }

  private static boolean half(int point) {
    return Character.getType(point) == Character.SURROGATE;
  }

  private static String shown(byte[] input) {
    return input.length + " bytes: " + new String(input, ISO_8859_1);
  }
}
