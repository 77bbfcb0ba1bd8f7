package dev.promotion.testkit.simulation;

import dev.promotion.testkit.fault.PortCall;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says what goes wrong at which moment; moments count the calls to ports over a whole run. */
interface Script {

  /** Returns what happens at a moment, if anything. */
  Optional<Disturbance> at(long moment, PortCall call);

  /** Nothing goes wrong. */
  static Script calm() {
    return (moment, call) -> Optional.empty();
  }

  /** Exactly this goes wrong. */
  static Script of(Map<Long, Disturbance> exactly) {
    Map<Long, Disturbance> copy = Map.copyOf(exactly);
    return (moment, call) -> Optional.ofNullable(copy.get(moment)).filter(each -> each.fits(call));
  }

  /** Calls that are rare and matter most are disturbed more often. */
  private static int weight(PortCall call) {
    return switch (call.method()) {
      case "write", "prepare", "content", "commit" -> 5;
      case "onceThere" -> 20;
      case "lastChange" -> 40;
      default -> 1;
    };
  }

  /**
   * What goes wrong follows from a seed: which kinds at all, how often, and when. Few kinds at once
   * reach deeper than all of them together.
   */
  static Script random(long seed, Set<Disturbance> allowed) {
    Dice dice = Dice.of(seed);
    List<Disturbance> kinds = new ArrayList<>();
    for (Disturbance each : EnumSet.copyOf(allowed)) {
      if (dice.below(each.isFault() ? 3 : 6) == 0) {
        kinds.add(each);
      }
    }
    int often = List.of(3_000, 10_000, 30_000, 100_000).get(dice.below(4));
    return (moment, call) -> {
      Dice now = Dice.of(seed, moment);
      if (kinds.isEmpty() || !now.inMillion(often * weight(call))) {
        return Optional.empty();
      }
      return Optional.of(now.any(kinds)).filter(each -> each.fits(call));
    };
  }
}
