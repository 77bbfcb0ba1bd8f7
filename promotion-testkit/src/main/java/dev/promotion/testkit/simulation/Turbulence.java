package dev.promotion.testkit.simulation;

import dev.promotion.port.Fault;
import dev.promotion.port.PortException;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.repository.Revision;
import dev.promotion.testkit.fault.PortCall;
import dev.promotion.testkit.fault.PortInterceptor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Lets things go wrong at the calls of every process, as the script says, and counts what it did.
 * Not thread-safe.
 */
final class Turbulence implements PortInterceptor {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int REMEMBERED = 4;
  private static final Revision MAIN = new Revision("main");

  private record Outage(Instant until, Fault fault) {}

  private final long seed;
  private final Script script;
  private final World world;
  private final Consumer<Disturbance> elsewhere;
  private final Map<Long, Disturbance> happened = new LinkedHashMap<>();
  private final HitCounts hits = new HitCounts();
  private final Map<String, Outage> outages = new HashMap<>();
  private final Map<PortCall, List<Object>> answers = new HashMap<>();
  private long moment;
  private boolean over;

  Turbulence(long seed, Script script, World world, Consumer<Disturbance> elsewhere) {
    this.seed = seed;
    this.script = script;
    this.world = world;
    this.elsewhere = elsewhere;
  }

  /** Lets nothing go wrong from now on. */
  void end() {
    over = true;
    outages.clear();
  }

  boolean isOver() {
    return over;
  }

  /** Returns how many calls there were. */
  long moments() {
    return moment;
  }

  /** Returns what happened at which moment. */
  Map<Long, Disturbance> happened() {
    return happened;
  }

  HitCounts hits() {
    return hits;
  }

  /** Returns the dice of the present moment. */
  Dice dice() {
    return Dice.of(~seed, moment);
  }

  @Override
  public <T> T call(PortCall call, Supplier<T> real) {
    long now = moment++;
    hits.called(call);
    if (over) {
      return remembered(call, real.get());
    }
    Optional<Outage> outage = outage(call);
    if (outage.isPresent()) {
      hits.hit(call, Disturbance.LASTING_ERROR);
      throw failure(outage.get().fault(), "is not to be reached");
    }
    Optional<Disturbance> next = script.at(now, call);
    if (next.isEmpty()) {
      return remembered(call, real.get());
    }
    Disturbance disturbance = next.get();
    happened.put(now, disturbance);
    hits.hit(call, disturbance);
    if (!disturbance.isFault()) {
      elsewhere.accept(disturbance);
      return remembered(call, real.get());
    }
    return disturbed(call, real, disturbance);
  }

  private <T> T disturbed(PortCall call, Supplier<T> real, Disturbance disturbance) {
    switch (disturbance) {
      case CRASH_BEFORE -> throw new Death();
      case CRASH_AFTER -> {
        attempt(real);
        throw new Death();
      }
      case REPLY_LOST -> {
        attempt(real);
        throw failure(Fault.TRANSIENT, "did not answer");
      }
      case DELAYED -> {
        world.delay(new World.Late(call.toString(), () -> arrive(real)));
        throw failure(Fault.TRANSIENT, "did not answer in time");
      }
      case DUPLICATED -> {
        return twice(call, real);
      }
      case LASTING_ERROR -> throw outageOf(call);
      case STALE_READ -> {
        return stale(call, real);
      }
      case HANG -> throw hung(real);
      case REJECTED -> {
        world.releaseMayFail();
        throw failure(Fault.REJECTED, "refuses the commit");
      }
      default -> throw failure(Fault.TRANSIENT, "is busy");
    }
  }

  private <T> T twice(PortCall call, Supplier<T> real) {
    if (dice().below(2) == 0) {
      attempt(real);
      return remembered(call, real.get());
    }
    T answer = real.get();
    attempt(real);
    return remembered(call, answer);
  }

  private PortException outageOf(PortCall call) {
    Dice dice = dice();
    Duration length = Duration.ofSeconds(1 + dice.below(1_200));
    Fault fault = dice.below(4) == 0 ? Fault.AUTH : Fault.TRANSIENT;
    outages.put(call.port(), new Outage(world.clock().now().plus(length), fault));
    return failure(fault, "is gone");
  }

  private Optional<Outage> outage(PortCall call) {
    return Optional.ofNullable(outages.get(call.port()))
        .filter(each -> world.clock().now().isBefore(each.until()));
  }

  private PortException hung(Supplier<?> real) {
    if (dice().below(2) == 0) {
      attempt(real);
    }
    world.pass(PATIENCE);
    return failure(Fault.TRANSIENT, "did not answer within 30 seconds");
  }

  /** Returns an answer that was true some time ago, or the present one if there is no other. */
  @SuppressWarnings("unchecked")
  private <T> T stale(PortCall call, Supplier<T> real) {
    List<Object> earlier = answers.getOrDefault(memory(call), List.of());
    return earlier.isEmpty() ? remembered(call, real.get()) : (T) dice().any(earlier);
  }

  /** One branch may be asked for by its name, or as the default branch. */
  private PortCall memory(PortCall call) {
    boolean byDefault = call.method().equals("head") && call.arguments().contains(Revision.HEAD);
    return byDefault
        ? new PortCall(call.port(), call.method(), List.of(call.arguments().get(0), MAIN))
        : call;
  }

  private <T> T remembered(PortCall call, T answer) {
    if (Disturbance.isRead(call)) {
      List<Object> known = answers.computeIfAbsent(memory(call), key -> new ArrayList<>());
      known.add(answer);
      if (known.size() > REMEMBERED) {
        known.remove(0);
      }
    }
    return answer;
  }

  /** Makes a call of a process that may have died meanwhile. */
  private static void arrive(Supplier<?> real) {
    try {
      attempt(real);
    } catch (Death again) {
      // What died is the process that sent the request, and it is gone already.
    }
  }

  /** Makes a call whose answer nobody sees. */
  @SuppressWarnings("ReturnValueIgnored")
  private static void attempt(Supplier<?> real) {
    try {
      real.get();
    } catch (RuntimeException unseen) {
      // The caller is gone, so nobody is there to be told.
    }
  }

  private static PortException failure(Fault fault, String what) {
    return new PortException(
        fault,
        new Problem(ProblemCode.ADAPTER_FAILED, "", "the other side " + what + "; ask again"),
        null);
  }
}
