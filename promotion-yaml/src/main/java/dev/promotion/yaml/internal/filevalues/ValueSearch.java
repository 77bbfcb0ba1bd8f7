package dev.promotion.yaml.internal.filevalues;

import dev.promotion.port.FoundValue;
import dev.promotion.port.FoundValues;
import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.problem.PromotionException;
import dev.promotion.template.JsonPath;
import dev.promotion.template.NormalizedPath;
import dev.promotion.yaml.internal.finding.Findings;
import dev.promotion.yaml.internal.finding.Wording;
import dev.promotion.yaml.internal.jsonpath.DeadEnd;
import dev.promotion.yaml.internal.jsonpath.JsonValue;
import dev.promotion.yaml.internal.jsonpath.Node;
import dev.promotion.yaml.internal.jsonpath.PathQuery;
import dev.promotion.yaml.internal.values.ValueAlias;
import dev.promotion.yaml.internal.values.ValueFile;
import dev.promotion.yaml.internal.values.ValueNode;
import dev.promotion.yaml.internal.values.ValueScalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds in a file what paths lead to. A path knows nothing of documents: a place must be in exactly
 * one document of the file. Used once.
 */
public final class ValueSearch {

  private static final int NAMED = 10;

  /** How often it is looked whether a place is in another document as well. */
  private static final int MOST_LOOKS = 1_000_000;

  private final ValueFile file;
  private final List<ValueView> documents;
  private final Map<String, Match> matches = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<Problem> warnings = new ArrayList<>();
  private int looks;

  /**
   * A value that was found.
   *
   * @param path the path that found it first
   * @param document the document, counted from 0
   * @param node the value with its place
   */
  private record Match(JsonPath path, int document, Node node) {

    String place() {
      return node.path();
    }

    ValueNode value() {
      return ((ValueView) node.value()).node();
    }

    /** Returns the values from the root to this one. */
    List<ValueView> way() {
      return node.way().stream().map(ValueView.class::cast).toList();
    }
  }

  private ValueSearch(ValueFile file) {
    this.file = file;
    this.documents = views(file);
  }

  /** Returns the documents of a file as paths see them. Not thread-safe. */
  public static List<JsonValue> documents(ValueFile file) {
    return List.copyOf(views(file));
  }

  private static List<ValueView> views(ValueFile file) {
    ValueViews views = new ValueViews();
    return file.documents().stream().map(views::of).toList();
  }

  /** Returns what paths lead to in a file, with all that is wrong. */
  public static FoundValues find(ValueFile file, List<JsonPath> paths) {
    ValueSearch search = new ValueSearch(file);
    paths.stream().distinct().forEach(search::find);
    search.leaveOutParts();
    List<FoundValue> values =
        search.matches.values().stream().map(search::value).flatMap(Optional::stream).toList();
    return new FoundValues(values, few(search.problems), few(search.warnings));
  }

  private void find(JsonPath path) {
    try {
      PathQuery query = PathQuery.parse(path.text());
      warnings.addAll(query.warnings());
      int found = 0;
      for (int document = 0; document < documents.size(); document++) {
        List<Node> nodes = query.find(documents.get(document));
        found += nodes.size();
        for (Node node : nodes) {
          matches.putIfAbsent(node.path(), new Match(path, document, node));
        }
      }
      if (found == 0) {
        problems.add(noMatch(query, path));
      }
    } catch (PromotionException refused) {
      problems.addAll(refused.problems());
    }
  }

  /** What a path finds in a value that it finds goes with that value; of two paths it is a slip. */
  private void leaveOutParts() {
    Optional<Match> outer = Optional.empty();
    for (Match match : new TreeMap<>(matches).values()) {
      if (outer.isEmpty() || !match.place().startsWith(outer.get().place() + "[")) {
        outer = Optional.of(match);
        continue;
      }
      matches.remove(match.place());
      if (!match.path().equals(outer.get().path())) {
        problems.add(
            at(
                match.value(),
                ProblemCode.PATH_OVERLAP,
                Wording.quoted(match.path().text())
                    + " leads into what "
                    + Wording.quoted(outer.get().path().text())
                    + " leads to; promote one of them"));
      }
    }
  }

  private Optional<FoundValue> value(Match match) {
    try {
      Optional<Problem> obstacle = twin(match).or(() -> shared(match));
      obstacle.ifPresent(problems::add);
      return obstacle.isPresent() ? Optional.empty() : Optional.of(found(match));
    } catch (PromotionException refused) {
      for (Problem problem : refused.problems()) {
        String message = match.place() + ": " + problem.message();
        problems.add(new Problem(problem.code(), problem.place(), message));
      }
      return Optional.empty();
    }
  }

  private FoundValue found(Match match) {
    List<ValueNode> chain = match.way().stream().map(ValueView::node).toList();
    return new FoundValue(
        new NormalizedPath(match.place()), file.source(chain), text(match.value()));
  }

  /** Returns that another document has a value in the same place, if one has. */
  private Optional<Problem> twin(Match match) {
    for (int document = 0; document < documents.size(); document++) {
      if (++looks > MOST_LOOKS) {
        throw new InvalidDefinitionException(
            ProblemCode.PATH_LIMIT, "", "the file has too many documents; split it");
      }
      Optional<JsonValue> other =
          document == match.document()
              ? Optional.empty()
              : match.node().in(documents.get(document));
      if (other.isPresent()) {
        return Optional.of(many(match, ((ValueView) other.get()).node()));
      }
    }
    return Optional.empty();
  }

  private Problem many(Match match, ValueNode other) {
    return at(
        match.value(),
        ProblemCode.PATH_MANY,
        match.place()
            + " is in several documents of the file, also at "
            + file.position(other.start())
            + "; use a path that leads into one");
  }

  /** Returns that a value stands elsewhere, if it does. */
  private Optional<Problem> shared(Match match) {
    Optional<ValueNode> holder = Optional.empty();
    for (ValueView view : match.way()) {
      Optional<ValueNode> elsewhere = view.isMerged() ? Optional.of(view.node()) : holder;
      if (elsewhere.isPresent()) {
        return Optional.of(
            at(
                elsewhere.get(),
                ProblemCode.PATH_SHARED_ANCHOR,
                match.place()
                    + " leads through an alias or a merge key; promote the value that has the"
                    + " anchor, or write it out"));
      }
      holder = Optional.of(view.node()).filter(ValueAlias.class::isInstance);
    }
    return Optional.empty();
  }

  private static Optional<String> text(ValueNode node) {
    return node instanceof ValueScalar scalar ? Optional.of(scalar.text()) : Optional.empty();
  }

  /** Returns that a path finds nothing, and what is there where it stops to lead on. */
  private Problem noMatch(PathQuery query, JsonPath path) {
    String nothing = Wording.quoted(path.text()) + " finds nothing; ";
    if (documents.isEmpty()) {
      return new Problem(ProblemCode.PATH_NO_MATCH, "1:1", nothing + "the file has no values");
    }
    DeadEnd best = query.deadEnd(documents.get(0));
    for (ValueView document : documents.subList(1, documents.size())) {
      DeadEnd other = query.deadEnd(document);
      if (other.nodes().get(0).way().size() > best.nodes().get(0).way().size()) {
        best = other;
      }
    }
    ValueNode last = ((ValueView) best.nodes().get(0).value()).node();
    return at(last, ProblemCode.PATH_NO_MATCH, nothing + keys(best));
  }

  private static String keys(DeadEnd end) {
    String at = end.nodes().get(0).path();
    if (end.names().isEmpty()) {
      int elements = end.nodes().get(0).value().elements().size();
      return elements == 0 ? at + " has no keys" : at + " is a list of " + elements;
    }
    int more = end.names().size() - NAMED;
    return "keys at "
        + at
        + ": "
        + end.names().stream().limit(NAMED).map(Wording::quoted).collect(Collectors.joining(", "))
        + (more > 0 ? " and " + more + " more" : "")
        + (end.wanted().isEmpty() ? "" : Wording.suggestion(end.wanted(), end.names()));
  }

  private Problem at(ValueNode node, ProblemCode code, String message) {
    return new Problem(code, file.position(node.outerStart()).toString(), message);
  }

  private static List<Problem> few(List<Problem> problems) {
    return problems.subList(0, Math.min(problems.size(), Findings.MOST));
  }
}
