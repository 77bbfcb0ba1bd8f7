package dev.promotion.yaml;

import dev.promotion.environment.ClusterNamespaces;
import dev.promotion.environment.Environment;
import dev.promotion.environment.EnvironmentKind;
import dev.promotion.environment.EnvironmentName;
import dev.promotion.problem.ProblemCode;
import dev.promotion.yaml.internal.document.EnvironmentDocument;
import dev.promotion.yaml.internal.document.EnvironmentDocument.Cluster;
import java.util.List;
import java.util.Optional;

/** Makes environments of their documents. */
final class EnvironmentMapper {

  private EnvironmentMapper() {}

  static Optional<Environment> map(EnvironmentDocument document, LocatedDocument at) {
    Optional<EnvironmentName> name = at.name(document.metadata(), EnvironmentName::new);
    EnvironmentDocument.Spec spec = document.spec();
    if (spec == null || spec.kind() == null) {
      return Optional.empty();
    }
    EnvironmentKind kind =
        spec.kind() == EnvironmentDocument.Kind.PRODUCTION
            ? EnvironmentKind.PRODUCTION
            : EnvironmentKind.NON_PRODUCTION;
    List<ClusterNamespaces> clusters =
        Items.present(
            Items.map("spec.clusters", spec.clusters(), (field, each) -> cluster(field, each, at)));
    List<String> tags = Items.map("spec.tags", spec.tags(), (field, tag) -> tag);
    return name.map(known -> Environment.of(known, kind, clusters).tagged(tags));
  }

  private static Optional<ClusterNamespaces> cluster(
      String field, Cluster cluster, LocatedDocument at) {
    List<String> namespaces =
        Items.map(
            field + ".namespaces",
            cluster.namespaces(),
            (place, namespace) -> named(place, namespace, at));
    return Optional.ofNullable(cluster.name())
        .map(name -> Clusters.canonical(named(field + ".name", name, at)))
        .flatMap(name -> at.part(field, () -> new ClusterNamespaces(name, namespaces)));
  }

  private static String named(String field, String name, LocatedDocument at) {
    if (name.isBlank()) {
      at.add(field, ProblemCode.REQUIRED, "the name is empty; give it, or remove the line");
    }
    return name;
  }
}
