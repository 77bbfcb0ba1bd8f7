package dev.promotion.benchmarks;

import dev.promotion.release.PromotedValue;
import dev.promotion.template.NormalizedPath;
import dev.promotion.yaml.internal.values.ValueEditor;
import dev.promotion.yaml.internal.values.ValueFormat;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntSupplier;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Measures how long it takes to change one value and three values in a values file of 1,000 lines:
 * ours, which keeps every other byte and proves it, next to one pass over the events of the YAML
 * engine, and to reading, setting and writing with Jackson, which keeps neither comments nor
 * quotes. {@code benchmarks/README.md} says how to run it and what it found.
 */
public final class ValuesBenchmark {

  private static final String EVENTS = "events of the engine";
  private static final String TAG = "$['service20']['image']['tag']";
  private static final String REPLICAS = "$['service3']['replicas']";
  private static final String LIMITS = "$['service40']['resources']['limits']";
  private static final int BURST = 50;

  private static final LoadSettings SETTINGS = LoadSettings.builder().build();
  private static final YAMLMapper MAPPER = new YAMLMapper();

  private final byte[] content;
  private final String text;

  private ValuesBenchmark(String text) {
    this.text = text;
    this.content = text.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Runs the benchmark.
   *
   * @param arguments the number of rounds; 30 if there is none
   * @throws IOException if the load of the machine cannot be read
   */
  public static void main(String[] arguments) throws IOException {
    int rounds = arguments.length == 0 ? 30 : Integer.parseInt(arguments[0]);
    System.out.println("Load before: " + Machine.load());
    ValuesBenchmark benchmark = new ValuesBenchmark(values());
    benchmark.check();
    benchmark.report(Turns.measure(benchmark.entrants(), BURST, rounds), System.out);
    System.out.println("Load after: " + Machine.load());
  }

  private Map<String, IntSupplier> entrants() {
    Map<String, IntSupplier> entrants = new LinkedHashMap<>();
    entrants.put(EVENTS, this::events);
    entrants.put("ours, one value", () -> ours(true).length);
    entrants.put("ours, three values", () -> ours(false).length);
    entrants.put("Jackson, one value", () -> jackson(true).length());
    entrants.put("Jackson, three values", () -> jackson(false).length());
    return entrants;
  }

  private int events() {
    int count = 0;
    ParserImpl parser = new ParserImpl(SETTINGS, new StreamReader(SETTINGS, text));
    while (parser.hasNext()) {
      parser.next();
      count++;
    }
    return count;
  }

  private byte[] ours(boolean one) {
    PromotedValue tag = value(TAG, "\"2.0.0\"");
    List<PromotedValue> all =
        one ? List.of(tag) : List.of(tag, value(REPLICAS, "5"), value(LIMITS, "{cpu: 1}"));
    return ValueEditor.put(content, ValueFormat.YAML, all);
  }

  private static PromotedValue value(String place, String source) {
    return new PromotedValue(new NormalizedPath(place), source, false);
  }

  private String jackson(boolean one) {
    ObjectNode root = (ObjectNode) MAPPER.readTree(content);
    ((ObjectNode) root.at("/service20/image")).put("tag", "2.0.0");
    if (!one) {
      ((ObjectNode) root.at("/service3")).put("replicas", 5);
      ((ObjectNode) root.at("/service40/resources")).putObject("limits").put("cpu", 1);
    }
    return MAPPER.writeValueAsString(root);
  }

  /** Nobody is measured who does not do the work. */
  private void check() {
    String tag = text.replace("tag: \"1.20.0\"", "tag: \"2.0.0\"");
    if (!new String(ours(true), StandardCharsets.UTF_8).equals(tag)
        || !jackson(false).contains("tag: \"2.0.0\"")
        || !MAPPER.readTree(ours(false)).equals(MAPPER.readTree(jackson(false)))) {
      throw new IllegalStateException("the results differ");
    }
  }

  private void report(Measurements measurements, PrintStream out) {
    List<Double> events = measurements.rounds(EVENTS);
    out.printf(Locale.ROOT, "%d lines, %d bytes%n%n", text.lines().count(), content.length);
    out.println("| | median ms | times the events |");
    out.println("|---|---|---|");
    for (String entrant : entrants().keySet()) {
      List<Double> rounds = measurements.rounds(entrant);
      Spread ratio = Spread.ofRatios(rounds, events);
      out.printf(
          Locale.ROOT,
          "| %s | %.3f | %.2f (%.2f-%.2f) |%n",
          entrant,
          Spread.of(rounds).median(),
          ratio.median(),
          ratio.least(),
          ratio.most());
    }
  }

  /** Returns a file as charts have them: comments, quotes, lists, blocks of text, flow style. */
  static String values() {
    StringBuilder values = new StringBuilder("# Default values of all services.\n");
    for (int service = 0; values.chars().filter(each -> each == '\n').count() < 1000; service++) {
      values.append(
          """
          service%1$d:
            enabled: true # may be turned off
            image:
              repository: registry.example/team/app%1$d
              tag: "1.%1$d.0"
              pullPolicy: IfNotPresent
            replicas: 2
            # What a pod may use.
            resources:
              limits: {cpu: 500m, memory: 128Mi}
              requests:
                cpu: 100m
                memory: 64Mi
            env:
              - name: LOG_LEVEL
                value: 'info'
              - name: URL
                value: https://app%1$d.example:8443/path
            script: |
              set -e
              echo "start"

            annotations: {}
            nodeSelector:
          """
              .formatted(service));
    }
    return values.toString();
  }
}
