package dev.promotion.testkit.simulation;

import dev.promotion.port.Health;
import dev.promotion.port.ReleaseStore;
import dev.promotion.port.Repositories;
import dev.promotion.port.Repository;
import dev.promotion.product.ProductName;
import dev.promotion.release.ReleaseId;
import dev.promotion.repository.RepositoryUrl;
import dev.promotion.testkit.fault.ObservedPorts;
import dev.promotion.testkit.fault.PortCall;
import dev.promotion.testkit.fault.PortInterceptor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Makes every call of every wrapped port, and notes what the interceptor saw. */
final class DisturbedCalls {

  private static final RepositoryUrl URL = new RepositoryUrl("https://git.example.com/any.git");

  private DisturbedCalls() {}

  static List<String> all() {
    List<String> seen = new ArrayList<>();
    ObservedPorts ports = ObservedPorts.through(new Notes(seen));
    Repositories repositories = ports.repositories(url -> nothing(Repository.class));
    Repository repository = repositories.repository(URL);
    callAll(Repository.class, repository);
    callAll(Health.class, ports.health(nothing(Health.class)));
    callAll(ReleaseStore.class, ports.store(nothing(ReleaseStore.class)));
    return seen;
  }

  private record Notes(List<String> seen) implements PortInterceptor {
    @Override
    @SuppressWarnings("unchecked")
    public <T> T call(PortCall call, Supplier<T> real) {
      seen.add(call.toString());
      return call.method().equals("repository") ? real.get() : (T) null;
    }
  }

  private static <P> void callAll(Class<P> type, P port) {
    for (Method method : type.getMethods()) {
      boolean bridged = method.isBridge() || !Modifier.isAbstract(method.getModifiers());
      if (!bridged) {
        call(method, port);
      }
    }
  }

  private static void call(Method method, Object port) {
    Object[] arguments = new Object[method.getParameterCount()];
    for (int index = 0; index < arguments.length; index++) {
      arguments[index] = any(method.getParameterTypes()[index]);
    }
    try {
      method.setAccessible(true);
      method.invoke(port, arguments);
    } catch (InvocationTargetException unboxed) {
      if (!(unboxed.getCause() instanceof NullPointerException)) {
        throw new AssertionError(method + " failed", unboxed);
      }
    } catch (IllegalAccessException hidden) {
      throw new AssertionError(method + " cannot be called", hidden);
    }
  }

  private static Object any(Class<?> type) {
    if (type == long.class) {
      return 0L;
    }
    if (type == List.class) {
      return List.of();
    }
    if (type.isInterface()) {
      return nothing(type);
    }
    return switch (type.getSimpleName()) {
      case "ReleaseId" -> new ReleaseId("0".repeat(24));
      case "ProductName" -> new ProductName("any");
      default -> Samples.of(type);
    };
  }

  private static <P> P nothing(Class<P> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> null));
  }
}
