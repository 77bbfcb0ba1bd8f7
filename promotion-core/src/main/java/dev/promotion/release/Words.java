package dev.promotion.release;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.internal.json.JsonReader;
import dev.promotion.internal.json.JsonWriter;
import dev.promotion.internal.text.Texts;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.product.ApplicationName;
import dev.promotion.repository.BranchName;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.Person;
import dev.promotion.repository.RepositoryPath;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The small values that a record is made of, as they are written and read. */
final class Words {

  private Words() {}

  static EnvironmentName environment(JsonReader json) {
    return new EnvironmentName(json.text("environment"));
  }

  static ApplicationName application(JsonReader json) {
    return new ApplicationName(json.text("application"));
  }

  static CommitId commit(JsonReader json, String name) {
    return new CommitId(json.text(name));
  }

  static BranchName branch(JsonReader json) {
    return new BranchName(json.text("branch"));
  }

  /** Writes labels in the order of their names; none at all are not written. */
  static void labels(JsonWriter json, Map<String, String> labels) {
    if (!labels.isEmpty()) {
      json.list(
          "labels",
          List.copyOf(new TreeMap<>(labels).entrySet()),
          (each, label) -> each.text("name", label.getKey()).text("value", label.getValue()));
    }
  }

  static Map<String, String> labels(JsonReader json) {
    Map<String, String> labels = new HashMap<>();
    if (json.has("labels")) {
      json.list("labels", label -> Map.entry(label.text("name"), label.text("value")))
          .forEach(label -> labels.put(label.getKey(), label.getValue()));
    }
    return labels;
  }

  static Problem problem(JsonReader json) {
    return json.object("reason", Words::fieldsOfProblem);
  }

  static void problem(JsonWriter json, Problem problem) {
    json.text("code", problem.code().name())
        .text("place", problem.place())
        .text("message", problem.message());
  }

  static Problem fieldsOfProblem(JsonReader json) {
    return new Problem(
        constant(json, "code", ProblemCode.class), json.text("place"), json.text("message"));
  }

  static void person(JsonWriter json, Person person) {
    json.text("name", person.name()).text("email", person.email());
  }

  static Person person(JsonReader json) {
    return new Person(json.text("name"), json.text("email"));
  }

  /** Writes paths unless there are none. */
  static void paths(JsonWriter json, String name, List<RepositoryPath> paths) {
    if (!paths.isEmpty()) {
      json.texts(name, paths.stream().map(RepositoryPath::value).toList());
    }
  }

  static List<RepositoryPath> paths(JsonReader json, String name) {
    return json.has(name)
        ? notEmpty(json.texts(name)).stream().map(RepositoryPath::new).toList()
        : List.of();
  }

  /** An empty list is not written where it may be left out, so a record with one was altered. */
  static <T> List<T> notEmpty(List<T> list) {
    if (list.isEmpty()) {
      throw new IllegalArgumentException("has an empty list");
    }
    return list;
  }

  static Instant instant(JsonReader json, String name) {
    return time(json, name, Instant::parse);
  }

  static Duration duration(JsonReader json, String name) {
    return time(json, name, Duration::parse);
  }

  /** One time has many forms; only the one that is written is read. */
  private static <T> T time(JsonReader json, String name, Function<String, T> parser) {
    String text = json.text(name);
    try {
      T time = parser.apply(text);
      if (time.toString().equals(text)) {
        return time;
      }
    } catch (DateTimeException malformed) {
      // told below, together with other forms of a time
    }
    throw new IllegalArgumentException("has no time as '" + name + "'");
  }

  /** Reads the name of a constant; one that is not known comes from a newer version. */
  static <E extends Enum<E>> E constant(JsonReader json, String name, Class<E> type) {
    String text = json.text(name);
    return Arrays.stream(type.getEnumConstants())
        .filter(each -> each.name().equals(text))
        .findAny()
        .orElseThrow(
            () -> new UnknownWordException("has " + Texts.quoted(text) + " as its " + name));
  }
}
