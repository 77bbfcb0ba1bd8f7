package dev.promotion.testkit.fault;

import dev.promotion.promoter.SequentialPromoter;
import dev.promotion.release.Release;
import java.time.Duration;
import java.util.Set;

/**
 * Drives a release to its end while the process dies at chosen points and is started again.
 *
 * <p>Every call to a port has two points: before it, when nothing has happened, and after it, when
 * it has happened but nobody knows. They are counted from 0 over the whole run, restarts included.
 */
public final class CrashRun {

  private static final Duration LONG_ENOUGH = Duration.ofDays(100);

  private final Release release;
  private final int points;
  private final int deaths;

  private CrashRun(Release release, int points, int deaths) {
    this.release = release;
    this.points = points;
    this.deaths = deaths;
  }

  /**
   * Makes a run.
   *
   * @param world the outside, used by nothing else
   * @param deathsAt the points at which the process dies
   * @return what became of it
   */
  public static CrashRun of(CrashWorld world, Integer... deathsAt) {
    Reaper reaper = new Reaper(Set.of(deathsAt));
    while (true) {
      try {
        SequentialPromoter promoter = world.promoter(ObservedPorts.by(reaper)).build();
        Release started = promoter.trigger(world.trigger());
        Release ended = promoter.await(started.id(), LONG_ENOUGH);
        return new CrashRun(ended, reaper.points, reaper.deaths);
      } catch (Death restart) {
        reaper.deaths++;
      }
    }
  }

  /**
   * Returns the release as it ended.
   *
   * @return the release
   */
  public Release release() {
    return release;
  }

  /**
   * Returns how many points the run had.
   *
   * @return points, counted over all restarts
   */
  public int points() {
    return points;
  }

  /**
   * Returns how often the process died.
   *
   * @return deaths; fewer than were asked for if the run ended before a point was reached
   */
  public int deaths() {
    return deaths;
  }

  /** The end of a process; nothing in the process may catch it. */
  private static final class Death extends Error {

    private static final long serialVersionUID = 1L;

    Death(int point, PortCall call) {
      super("the process died at point " + point + ", " + call, null, false, false);
    }
  }

  /** Counts points, and lets the process die at the chosen ones. */
  private static final class Reaper implements PortObserver {

    private final Set<Integer> deathsAt;
    private int points;
    private int deaths;

    Reaper(Set<Integer> deathsAt) {
      this.deathsAt = deathsAt;
    }

    @Override
    public void before(PortCall call) {
      pass(call);
    }

    @Override
    public void after(PortCall call) {
      pass(call);
    }

    private void pass(PortCall call) {
      int point = points++;
      if (deathsAt.contains(point)) {
        throw new Death(point, call);
      }
    }
  }
}
