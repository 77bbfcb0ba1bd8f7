package dev.promotion.yaml.internal.values;

import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.release.PromotedValue;
import dev.promotion.template.NormalizedPath;
import dev.promotion.yaml.internal.values.GeneratedFile.Site;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Knows what an edit should do without using any of what is tested: the engine loads objects. */
final class Oracle {

  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setSchema(new CoreSchema()).setBufferSize(1 << 20).build();
  private static final Pattern STEP = Pattern.compile("\\['([^']*)']|\\[(\\d+)]");

  private final String text;

  Oracle(String text) {
    this.text = text;
  }

  /** Checks that the reader finds each value where the generator put it. */
  void checkSites(List<Site> sites) {
    ValueFile file = ValueFile.of(text, false, ValueFormat.YAML);
    PlaceFinder finder = new PlaceFinder(file);
    for (Site site : sites) {
      Place place = Place.of(new NormalizedPath(site.path()));
      finder
          .find(place, new ArrayList<>())
          .ifPresent(
              way ->
                  assertThat(List.of(way.spot().node().portableStart(), way.spot().node().end()))
                      .as(site.path() + " in " + text)
                      .isEqualTo(List.of(site.start(), site.end())));
    }
  }

  /** Checks that an edit changed the values and nothing else. */
  void checkEdit(List<Site> sites, List<PromotedValue> values, String edited) {
    assertThat(loaded(edited)).as("from " + text).isEqualTo(expected(sites, values));
    List<Site> ordered = sites.stream().sorted(Comparator.comparingInt(Site::start)).toList();
    int reached = 0;
    for (String kept : kept(ordered)) {
      int found = edited.indexOf(kept, reached);
      assertThat(found).as("<%s> of <%s> in <%s>", kept, text, edited).isGreaterThanOrEqualTo(0);
      reached = found + kept.length();
    }
    Site first = ordered.get(0);
    Site last = ordered.get(ordered.size() - 1);
    assertThat(edited).startsWith(text.substring(0, first.start()).stripTrailing());
    assertThat(edited).contains(text.substring(lineEnd(last.end())));
    if (values.stream().noneMatch(value -> value.source().contains("\n"))
        && sites.stream().allMatch(Oracle::isSimple)
        && values.stream().noneMatch(Oracle::isBlock)) {
      assertThat(edited).isEqualTo(replaced(ordered, sites, values));
    }
  }

  /** Returns the pieces of the text between the values, without the blanks before a value. */
  private List<String> kept(List<Site> ordered) {
    List<String> kept = new ArrayList<>();
    int from = 0;
    for (Site site : ordered) {
      kept.add(text.substring(Math.min(from, site.start()), site.start()).strip());
      from = lineEnd(site.end());
    }
    return kept;
  }

  private int lineEnd(int index) {
    int end = index;
    while (end < text.length() && "\r\n".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private static boolean isSimple(Site site) {
    return !site.block() && site.start() < site.end();
  }

  private static boolean isBlock(PromotedValue value) {
    return value.source().isEmpty()
        || value.source().equals("a: 1")
        || value.source().equals("- 1");
  }

  private String replaced(List<Site> ordered, List<Site> sites, List<PromotedValue> values) {
    StringBuilder result = new StringBuilder();
    int copied = 0;
    for (Site site : ordered) {
      result.append(text, copied, site.start());
      result.append(values.get(sites.indexOf(site)).source());
      copied = site.end();
    }
    return result.append(text.substring(copied)).toString();
  }

  private List<Object> expected(List<Site> sites, List<PromotedValue> values) {
    List<Object> documents = loaded(text);
    for (int index = 0; index < sites.size(); index++) {
      Object value = loadedValue(values.get(index).source());
      String path = sites.get(index).path();
      int at = document(documents, path);
      documents.set(at, with(documents.get(at), path.substring(1), value));
    }
    return documents;
  }

  private static int document(List<Object> documents, String path) {
    for (int index = 0; index < documents.size(); index++) {
      if (has(documents.get(index), path.substring(1))) {
        return index;
      }
    }
    throw new AssertionError(path);
  }

  private static boolean has(Object node, String rest) {
    if (rest.isEmpty()) {
      return true;
    }
    Matcher step = STEP.matcher(rest);
    assertThat(step.lookingAt()).isTrue();
    String deeper = rest.substring(step.end());
    if (step.group(1) != null) {
      return node instanceof Map<?, ?> map
          && map.containsKey(step.group(1))
          && has(map.get(step.group(1)), deeper);
    }
    int index = Integer.parseInt(step.group(2));
    return node instanceof List<?> list && index < list.size() && has(list.get(index), deeper);
  }

  @SuppressWarnings("unchecked")
  private static Object with(Object node, String rest, Object value) {
    if (rest.isEmpty()) {
      return value;
    }
    Matcher step = STEP.matcher(rest);
    assertThat(step.lookingAt()).isTrue();
    String deeper = rest.substring(step.end());
    if (step.group(1) != null) {
      Map<Object, Object> map = (Map<Object, Object>) node;
      map.put(step.group(1), with(map.get(step.group(1)), deeper, value));
    } else {
      List<Object> list = (List<Object>) node;
      int index = Integer.parseInt(step.group(2));
      list.set(index, with(list.get(index), deeper, value));
    }
    return node;
  }

  private static List<Object> loaded(String text) {
    List<Object> documents = new ArrayList<>();
    new Load(SETTINGS).loadAllFromString(text).forEach(documents::add);
    return documents;
  }

  /** Below a key every value can stand whose lines are indented. */
  private static Object loadedValue(String source) {
    String value =
        source.startsWith("|2") ? source.replace("\n", "\n  ") : source.replace("\n", "\n   ");
    boolean collection =
        source.matches("(?s)(\"?[a-z]\"?:( .*|\n.*)?|- .*)") && !source.startsWith("p:");
    Object map =
        new Load(SETTINGS).loadFromString("v:" + (collection ? "\n   " : " ") + value + "\n");
    return ((Map<?, ?>) map).get("v");
  }
}
