package dev.promotion.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import dev.promotion.yaml.PromotionYaml;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.Event.ID;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads 10,000 flows as the library does, with positions and all errors, next to the bare events of
 * the YAML engine and to Jackson that reads straight into records. They take turns, and only ratios
 * of one round are compared.
 */
public final class DecodingBenchmark {

  private static final int FLOWS = 10_000;
  private static final int FLOWS_IN_A_TEXT = 1_000;
  private static final int WARM_UP = 5;
  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final LoadSettings SETTINGS = LoadSettings.builder().build();
  private static final YAMLMapper MAPPER =
      YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private DecodingBenchmark() {}

  /** A flow as a program would have it that asks for no positions. */
  record Flow(String apiVersion, String kind, Named metadata, Spec spec) {}

  /** The name of a flow, with what stands beside it. */
  record Named(
      String name,
      @Nullable Map<String, String> labels,
      @Nullable Map<String, String> annotations) {}

  /** What a flow says. */
  record Spec(
      String triggerEnvironment,
      List<Step> steps,
      @Nullable Hooks hooks,
      @Nullable Integer promotionTimeoutLimit) {}

  /** A step of a flow. */
  record Step(
      String environment, List<String> dependsOn, @Nullable Policy policy, @Nullable Hooks hooks) {}

  /** How to promote. */
  record Policy(@Nullable String action, @Nullable String preAction, @Nullable String postAction) {}

  /** Workflows around a release. */
  record Hooks(@Nullable String onStart, @Nullable String onSuccess, @Nullable String onFail) {}

  /** Runs the benchmark; the one argument is the number of rounds, 15 without it. */
  public static void main(String... args) {
    int rounds = args.length == 0 ? 15 : Integer.parseInt(args[0]);
    String[] texts = texts();
    List<ToIntFunction<String[]>> entrants =
        List.of(DecodingBenchmark::events, DecodingBenchmark::jackson, DecodingBenchmark::ours);
    double[][] times = new double[entrants.size()][rounds];
    double[][] processor = new double[entrants.size()][rounds];
    for (int round = -WARM_UP; round < rounds; round++) {
      for (int each = 0; each < entrants.size(); each++) {
        int turn = Math.floorMod(each + round, entrants.size());
        long start = System.nanoTime();
        long startOfProcessor = PROCESS.getProcessCpuTime();
        int flows = entrants.get(turn).applyAsInt(texts);
        long time = System.nanoTime() - start;
        long timeOfProcessor = PROCESS.getProcessCpuTime() - startOfProcessor;
        if (flows != FLOWS) {
          throw new IllegalStateException(flows + " flows instead of " + FLOWS);
        }
        if (round >= 0) {
          times[turn][round] = time / 1e6;
          processor[turn][round] = timeOfProcessor / 1e6;
        }
      }
    }
    report("time", times);
    report("time of the processor", processor);
  }

  private static void report(String what, double[]... times) {
    System.out.println(what);
    print("events of the engine", times[0], times[0]);
    print("Jackson to records", times[1], times[0]);
    print("ours", times[2], times[0]);
    print("ours, next to Jackson", times[2], times[1]);
  }

  private static void print(String what, double[] times, double[] others) {
    double[] ratios =
        IntStream.range(0, times.length).mapToDouble(each -> times[each] / others[each]).toArray();
    Arrays.sort(ratios);
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    System.out.printf(
        Locale.ROOT,
        "%-24s %8.1f ms, ratio %.2f (%.2f-%.2f)%n",
        what,
        sorted[sorted.length / 2],
        ratios[ratios.length / 2],
        ratios[0],
        ratios[ratios.length - 1]);
  }

  private static int ours(String... texts) {
    return PromotionYaml.read(texts).flows().size();
  }

  private static int jackson(String... texts) {
    List<Flow> flows = new ArrayList<>();
    for (String text : texts) {
      try (MappingIterator<Flow> documents = MAPPER.readerFor(Flow.class).readValues(text)) {
        documents.forEachRemaining(flows::add);
      }
    }
    return flows.size();
  }

  private static int events(String... texts) {
    int documents = 0;
    for (String text : texts) {
      Iterator<Event> events = new ParserImpl(SETTINGS, new StreamReader(SETTINGS, text));
      while (events.hasNext()) {
        documents += events.next().getEventId() == ID.DocumentStart ? 1 : 0;
      }
    }
    return documents;
  }

  private static String[] texts() {
    return IntStream.range(0, FLOWS / FLOWS_IN_A_TEXT)
        .mapToObj(
            text ->
                IntStream.range(0, FLOWS_IN_A_TEXT)
                    .mapToObj(each -> flow(text * FLOWS_IN_A_TEXT + each))
                    .collect(Collectors.joining("---\n")))
        .toArray(String[]::new);
  }

  private static String flow(int number) {
    return """
    apiVersion: codefresh.io/v1beta1
    kind: PromotionFlow
    metadata:
      name: flow-%d
      labels:
        team: team-%d
      annotations:
        description: Promotes from dev to production   # as drawn
        version: "1.%d"
    spec:
      triggerEnvironment: dev
      steps:
        - environment: staging
          dependsOn:
            - dev
          policy:
            action: commit
            preAction: smoke-tests
          hooks:
            onStart: announce
        - environment: production
          dependsOn:
            - staging
          policy:
            action: pr
      hooks:
        onFail: cry-for-help
      promotionTimeoutLimit: %d
    """
        .formatted(number, number % 17, number, 1 + number % 1_000);
  }
}
