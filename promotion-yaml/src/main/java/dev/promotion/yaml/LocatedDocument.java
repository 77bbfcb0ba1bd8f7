package dev.promotion.yaml;

import dev.promotion.catalog.Origin;
import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.yaml.internal.document.Metadata;
import dev.promotion.yaml.internal.finding.Finding;
import dev.promotion.yaml.internal.finding.Findings;
import dev.promotion.yaml.internal.finding.Position;
import dev.promotion.yaml.internal.tree.NodeFinder;
import dev.promotion.yaml.internal.tree.YamlMapping;
import dev.promotion.yaml.internal.tree.YamlNode;
import dev.promotion.yaml.internal.tree.YamlScalar;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A document in a file: tells where its fields stand, and turns what the domain refuses into
 * findings at those places.
 *
 * @param file the file
 * @param root the document
 * @param findings where to put what is wrong
 */
record LocatedDocument(String file, YamlMapping root, Findings findings) implements Origin {

  @Override
  public String placeOf(String field) {
    return Finding.place(file, NodeFinder.position(root, field), field);
  }

  /** Returns what is told of a document that defines nothing. */
  OtherDocument other() {
    return new OtherDocument(
        placeOf(""), text(root.get("apiVersion")), text(root.get("kind")), name());
  }

  private String name() {
    return root.get("metadata")
        .filter(YamlMapping.class::isInstance)
        .map(metadata -> text(((YamlMapping) metadata).get("name")))
        .orElse("");
  }

  private static String text(Optional<YamlNode> value) {
    return value
        .filter(YamlScalar.class::isInstance)
        .map(scalar -> ((YamlScalar) scalar).text())
        .orElse("");
  }

  /** Adds something that is wrong at a field. */
  void add(String field, ProblemCode code, String message) {
    findings.add(NodeFinder.position(root, field), field, code, message);
  }

  /** Adds that a field is missing, unless a finding explains why. */
  void missing(String field, String purpose) {
    if (!findings.explain(field)) {
      add(field, ProblemCode.REQUIRED, "missing; it " + purpose);
    }
  }

  /** Returns what the domain makes of a field; empty where it is missing or refused. */
  <A, T> Optional<T> value(String field, @Nullable A raw, Function<A, T> maker) {
    if (raw == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(maker.apply(raw));
    } catch (InvalidDefinitionException refused) {
      for (Problem problem : refused.problems()) {
        add(field, problem.code(), problem.message());
      }
      return Optional.empty();
    }
  }

  /** Returns the name of what the document defines; empty where it is missing or refused. */
  <N> Optional<N> name(@Nullable Metadata metadata, Function<String, N> maker) {
    return metadata == null ? Optional.empty() : value("metadata.name", metadata.name(), maker);
  }

  /** Warns of something at a field. */
  void warn(String field, ProblemCode code, String message) {
    findings.warn(NodeFinder.position(root, field), field, code, message);
  }

  /** Returns what the domain makes of a key of a map, which is wrong where the key stands. */
  <T> Optional<T> key(String map, Map.Entry<String, ?> entry, Function<String, T> maker) {
    try {
      return Optional.of(maker.apply(entry.getKey()));
    } catch (InvalidDefinitionException refused) {
      Position position = NodeFinder.keyPosition(root, map, entry.getKey());
      for (Problem problem : refused.problems()) {
        findings.add(position, Items.entry(map, entry), problem.code(), problem.message());
      }
      return Optional.empty();
    }
  }

  /** Returns what the domain makes of a part, whose problems name its fields. */
  <T> Optional<T> part(String field, Supplier<T> maker) {
    try {
      return Optional.of(maker.get());
    } catch (InvalidDefinitionException refused) {
      for (Problem problem : refused.problems()) {
        String place = problem.place().isEmpty() ? field : field + "." + problem.place();
        add(place, problem.code(), problem.message());
      }
      return Optional.empty();
    }
  }

  /** Returns what the domain makes of the whole document, whose problems name their fields. */
  <T> Optional<T> whole(Supplier<T> maker) {
    try {
      return Optional.of(maker.get());
    } catch (InvalidDefinitionException refused) {
      for (Problem problem : refused.problems()) {
        add(problem.place(), problem.code(), problem.message());
      }
      return Optional.empty();
    }
  }
}
