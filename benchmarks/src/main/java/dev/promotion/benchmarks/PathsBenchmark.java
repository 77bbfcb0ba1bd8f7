package dev.promotion.benchmarks;

import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.Option;
import dev.promotion.yaml.internal.filevalues.ValueSearch;
import dev.promotion.yaml.internal.jsonpath.JsonValue;
import dev.promotion.yaml.internal.jsonpath.Node;
import dev.promotion.yaml.internal.jsonpath.PathQuery;
import dev.promotion.yaml.internal.values.ValueFile;
import dev.promotion.yaml.internal.values.ValueFormat;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntSupplier;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Measures how long it takes to find values by JSONPath in a values file of 1,000 lines, next to
 * Jayway's library: from YAML, from the same file as JSON, and in what was read before. {@code
 * benchmarks/README.md} says how to run it and what it found.
 */
public final class PathsBenchmark {

  private static final int BURST = 30;
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final Configuration VALUES =
      Configuration.defaultConfiguration().addOptions(Option.ALWAYS_RETURN_LIST);
  private static final Configuration PLACES = VALUES.addOptions(Option.AS_PATH_LIST);

  /** The paths, which both read alike. */
  private static final Map<String, String> PATHS = paths();

  private final byte[] yaml = ValuesBenchmark.values().getBytes(StandardCharsets.UTF_8);
  private final String json = JsonMapper.shared().writeValueAsString(YAML.readTree(yaml));
  private final JsonValue ourDocument = ours(yaml, ValueFormat.YAML);
  private final Object theirDocument = theirs();

  /**
   * Runs the benchmark.
   *
   * @param arguments the number of rounds; 30 if there is none
   * @throws IOException if the load of the machine cannot be read
   */
  public static void main(String[] arguments) throws IOException {
    int rounds = arguments.length == 0 ? 30 : Integer.parseInt(arguments[0]);
    System.out.println("Load before: " + Machine.load());
    PathsBenchmark benchmark = new PathsBenchmark();
    PATHS.values().forEach(benchmark::check);
    report(Turns.measure(benchmark.entrants(), BURST, rounds), System.out);
    System.out.println("Load after: " + Machine.load());
  }

  private static Map<String, String> paths() {
    Map<String, String> paths = new LinkedHashMap<>();
    paths.put("a name", "$.service20.image.tag");
    paths.put("a wildcard", "$.*.image.tag");
    paths.put("a filter", "$.*.env[?(@.name == 'URL')].value");
    paths.put("a search", "$..memory");
    return paths;
  }

  /** Nobody is measured who does not find the same values at the same places. */
  private void check(String path) {
    List<Node> ours = PathQuery.parse(path).find(ourDocument);
    List<Node> oursInJson =
        PathQuery.parse(path).find(ours(json.getBytes(StandardCharsets.UTF_8), ValueFormat.JSON));
    List<String> values = ours.stream().map(node -> node.value().text()).toList();
    List<String> places = ours.stream().map(Node::path).toList();
    List<?> theirValues = JsonPath.using(VALUES).parse(theirDocument).read(path);
    List<?> theirPlaces = JsonPath.using(PLACES).parse(json).read(path);
    if (ours.isEmpty()
        || !theirValues.stream().map(String::valueOf).toList().equals(values)
        || !theirPlaces.equals(places)
        || !oursInJson.stream().map(Node::path).toList().equals(places)) {
      throw new IllegalStateException("the results of " + path + " differ");
    }
  }

  private Map<String, IntSupplier> entrants() {
    Map<String, IntSupplier> entrants = new LinkedHashMap<>();
    byte[] jsonBytes = json.getBytes(StandardCharsets.UTF_8);
    for (Map.Entry<String, String> each : PATHS.entrySet()) {
      PathQuery ours = PathQuery.parse(each.getValue());
      JsonPath theirs = JsonPath.compile(each.getValue());
      String what = each.getKey();
      entrants.put(what + ", YAML, ours", () -> ours.find(ours(yaml, ValueFormat.YAML)).size());
      entrants.put(what + ", YAML, Jayway", () -> found(theirs, theirs()));
      entrants.put(
          what + ", JSON, ours", () -> ours.find(ours(jsonBytes, ValueFormat.JSON)).size());
      entrants.put(
          what + ", JSON, Jayway", () -> found(theirs, VALUES.jsonProvider().parse(jsonBytes)));
      entrants.put(what + ", alone, ours", () -> ours.find(ourDocument).size());
      entrants.put(what + ", alone, Jayway", () -> found(theirs, theirDocument));
    }
    return entrants;
  }

  private static JsonValue ours(byte[] content, ValueFormat format) {
    return ValueSearch.documents(ValueFile.read(content, format)).get(0);
  }

  /** Jayway reads no YAML, so Jackson reads it for it. */
  private Object theirs() {
    return YAML.readValue(yaml, Map.class);
  }

  private static int found(JsonPath path, Object document) {
    List<?> found = path.read(document, VALUES);
    return found.size();
  }

  private static void report(Measurements measurements, PrintStream out) {
    out.println("| | ours, ms | Jayway, ms | Jayway, times ours |");
    out.println("|---|---|---|---|");
    for (String what : PATHS.keySet()) {
      for (String from : List.of(", YAML", ", JSON", ", alone")) {
        List<Double> ours = measurements.rounds(what + from + ", ours");
        List<Double> theirs = measurements.rounds(what + from + ", Jayway");
        Spread ratio = Spread.ofRatios(theirs, ours);
        out.printf(
            Locale.ROOT,
            "| %s | %.4f | %.4f | %.1f (%.1f-%.1f) |%n",
            what + from,
            Spread.of(ours).median(),
            Spread.of(theirs).median(),
            ratio.median(),
            ratio.least(),
            ratio.most());
      }
    }
  }
}
