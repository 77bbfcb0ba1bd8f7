package dev.promotion.testkit.simulation;

import dev.promotion.port.Health;
import dev.promotion.port.ReleaseStore;
import dev.promotion.port.Repositories;
import dev.promotion.port.Repository;
import dev.promotion.testkit.fault.PortCall;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Every call that a promoter may make to the outside, taken from the ports themselves, so that a
 * new method without faults is noticed. Clock and ids are no outside that fails.
 */
final class AllCalls {

  private static final Map<String, Class<?>> PORTS =
      Map.of(
          "Repositories", Repositories.class,
          "Repository", Repository.class,
          "Health", Health.class,
          "ReleaseStore", ReleaseStore.class);

  private AllCalls() {}

  /** Returns the calls that promoters make; listing the releases of a product is for people. */
  static List<PortCall> list() {
    return ofPorts().stream()
        .filter(name -> !name.equals("ReleaseStore.releases"))
        .map(name -> name.split("\\.", 2))
        .map(parts -> new PortCall(parts[0], parts[1], List.of()))
        .toList();
  }

  static List<String> ofPorts() {
    return PORTS.entrySet().stream()
        .flatMap(port -> methods(port.getValue()).map(each -> port.getKey() + "." + each))
        .sorted()
        .toList();
  }

  /** Returns the calls that the fault injection knows, found by making each of them. */
  static List<String> disturbed() {
    return DisturbedCalls.all();
  }

  private static Stream<String> methods(Class<?> port) {
    return Arrays.stream(port.getMethods())
        .filter(method -> Modifier.isAbstract(method.getModifiers()))
        .map(Method::getName)
        .distinct();
  }
}
