package dev.promotion.jdbc.crash;

import dev.promotion.testkit.fault.PortCall;
import dev.promotion.testkit.fault.PortObserver;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Where a process ends itself: at a call to a port.
 *
 * @param call the call, such as {@code ReleaseStore.append}; none if the process does not do so
 * @param moment when in the call
 * @param number which of these calls, counted from 1
 * @param micros how long after the beginning of the call, if it is to be under way
 */
record DeathPoint(String call, Moment moment, int number, int micros) {

  /** When in a call. */
  enum Moment {
    BEFORE,
    UNDER_WAY,
    AFTER
  }

  static final DeathPoint NEVER = new DeathPoint("none", Moment.BEFORE, 0, 0);

  static DeathPoint of(String text) {
    List<String> parts = List.of(text.split(",", -1));
    return new DeathPoint(
        parts.get(0),
        Moment.valueOf(parts.get(1)),
        Integer.parseInt(parts.get(2)),
        Integer.parseInt(parts.get(3)));
  }

  /** Returns the text for the command line. */
  @Override
  public String toString() {
    return call + "," + moment + "," + number + "," + micros;
  }

  /** Ends the process at the point, from when it is armed. */
  static final class Watch implements PortObserver {

    private final DeathPoint point;
    private final Executor later;
    private boolean armed;
    private int calls;

    Watch(DeathPoint point) {
      this.point = point;
      this.later = CompletableFuture.delayedExecutor(point.micros, TimeUnit.MICROSECONDS);
    }

    void arm() {
      armed = true;
    }

    @Override
    public void before(PortCall call) {
      if (isHere(call)) {
        calls++;
      }
      if (isHere(call, Moment.UNDER_WAY)) {
        later.execute(Watch::die);
      }
      if (isHere(call, Moment.BEFORE)) {
        die();
      }
    }

    @Override
    public void after(PortCall call) {
      if (isHere(call, Moment.AFTER)) {
        die();
      }
    }

    private boolean isHere(PortCall call) {
      return armed && call.toString().equals(point.call);
    }

    private boolean isHere(PortCall call, Moment moment) {
      return isHere(call) && calls == point.number && moment == point.moment;
    }

    private static void die() {
      Runtime.getRuntime().halt(PromotingProcess.DIED);
    }
  }
}
