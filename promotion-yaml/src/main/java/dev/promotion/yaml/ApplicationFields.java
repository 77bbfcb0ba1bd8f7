package dev.promotion.yaml;

import dev.promotion.product.Application;
import dev.promotion.product.Destination;
import java.util.Map;
import java.util.TreeMap;

/** Writes the fields of an application that matter here, as Argo CD has them. */
final class ApplicationFields {

  private ApplicationFields() {}

  static void metadata(YamlOutput metadata, Application application) {
    NotExpressible.refuseIf(
        application.declaredEnvironment().isEmpty()
            && application.labels().containsKey(ApplicationMapper.ENVIRONMENT),
        "metadata.labels['" + ApplicationMapper.ENVIRONMENT + "']",
        "a label names an environment, and the application names none; take the label out");
    Map<String, String> notes = new TreeMap<>();
    notes.put(ApplicationMapper.PRODUCT, application.product().value());
    application
        .declaredEnvironment()
        .ifPresent(environment -> notes.put(ApplicationMapper.ENVIRONMENT, environment.value()));
    metadata.texts("annotations", notes);
  }

  static void spec(YamlOutput spec, Application application) {
    spec.map(
            "source",
            source ->
                source
                    .text("repoURL", application.source().repository().value())
                    .text("path", application.source().path().toString())
                    .text("targetRevision", application.source().revision().value()))
        .mapIfAny("destination", fields -> destination(fields, application.destination()));
  }

  private static void destination(YamlOutput output, Destination destination) {
    String cluster = destination.cluster();
    NotExpressible.refuseIf(
        !Clusters.canonical(cluster).equals(cluster),
        "spec.destination.server",
        "that address is read as in-cluster; name the cluster so");
    if (!cluster.isEmpty()) {
      output.text(cluster.contains("://") ? "server" : "name", cluster);
    }
    if (!destination.namespace().isEmpty()) {
      output.text("namespace", destination.namespace());
    }
  }
}
