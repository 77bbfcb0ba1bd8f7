package dev.promotion.yaml;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.problem.ProblemCode;
import dev.promotion.product.Application;
import dev.promotion.product.ApplicationName;
import dev.promotion.product.ApplicationSource;
import dev.promotion.product.Destination;
import dev.promotion.product.ProductName;
import dev.promotion.repository.RepositoryPath;
import dev.promotion.repository.RepositoryUrl;
import dev.promotion.repository.Revision;
import dev.promotion.yaml.internal.document.ApplicationDocument;
import dev.promotion.yaml.internal.document.ApplicationDocument.Metadata;
import dev.promotion.yaml.internal.document.ApplicationDocument.Source;
import dev.promotion.yaml.internal.tree.YamlAlias;
import dev.promotion.yaml.internal.tree.YamlMapping;
import dev.promotion.yaml.internal.tree.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes applications of the documents of Argo CD. */
final class ApplicationMapper {

  static final String PRODUCT = "codefresh.io/product";
  static final String ENVIRONMENT = "codefresh.io/environment";

  private ApplicationMapper() {}

  /** Tells whether an application may name a product; no other is looked at. */
  static boolean ofProduct(YamlMapping root) {
    YamlNode metadata = root.get("metadata").orElse(root);
    if (!(metadata instanceof YamlMapping notes)) {
      return metadata instanceof YamlAlias;
    }
    return Stream.of("annotations", "labels")
        .flatMap(field -> notes.get(field).stream())
        .anyMatch(ApplicationMapper::mayName);
  }

  /** An alias or merge key may hide the product, so it is refused with the application. */
  private static boolean mayName(YamlNode notes) {
    return notes instanceof YamlMapping map
        ? map.get(PRODUCT).isPresent() || map.get("<<").isPresent()
        : notes instanceof YamlAlias;
  }

  static Optional<Application> map(ApplicationDocument document, LocatedDocument at) {
    Metadata metadata = document.metadata();
    ApplicationDocument.Spec spec = document.spec();
    if (metadata == null || spec == null) {
      return Optional.empty();
    }
    Optional<ApplicationName> name =
        at.value("metadata.name", metadata.name(), ApplicationName::new);
    Optional<ProductName> product = noted(PRODUCT, metadata, at, ProductName::new);
    Optional<EnvironmentName> environment = noted(ENVIRONMENT, metadata, at, EnvironmentName::new);
    Destination destination = destination(spec.destination(), at);
    Optional<ApplicationSource> source = source(spec, at);
    if (name.isEmpty() || product.isEmpty() || source.isEmpty()) {
      return Optional.empty();
    }
    Application.Builder builder =
        Application.builder(name.get().value())
            .product(product.get().value())
            .source(source.get())
            .destination(destination)
            .labels(Notes.texts(metadata.labels()));
    environment.ifPresent(each -> builder.environment(each.value()));
    return Optional.of(builder.build());
  }

  /** Reads what an annotation says or, where there is none, a label. */
  private static <T> Optional<T> noted(
      String key, Metadata metadata, LocatedDocument at, Function<String, T> maker) {
    return metadata.annotations() != null && metadata.annotations().containsKey(key)
        ? noted("metadata.annotations", key, metadata.annotations(), at, maker)
        : noted("metadata.labels", key, metadata.labels(), at, maker);
  }

  private static <T> Optional<T> noted(
      String field,
      String key,
      @Nullable Map<String, @Nullable String> notes,
      LocatedDocument at,
      Function<String, T> maker) {
    return notes == null
        ? Optional.empty()
        : at.value(field + "['" + key + "']", notes.get(key), maker);
  }

  private static Optional<ApplicationSource> source(
      ApplicationDocument.Spec spec, LocatedDocument at) {
    if (spec.sources() != null && !spec.sources().isEmpty()) {
      at.add(
          "spec.sources",
          ProblemCode.UNSUPPORTED_SOURCE,
          "an application with several sources is not supported; give it one 'source',"
              + " or take it out of the product");
      return Optional.empty();
    }
    Source source = spec.source();
    if (source == null) {
      at.missing("spec.source", "says where the files are");
      return Optional.empty();
    }
    if (source.chart() != null) {
      at.add(
          "spec.source.chart",
          ProblemCode.UNSUPPORTED_SOURCE,
          "a chart from a Helm repository has no files to promote; give the 'path' of a folder in"
              + " Git, or take the application out of the product");
      return Optional.empty();
    }
    return folder(source, at);
  }

  private static Optional<ApplicationSource> folder(Source source, LocatedDocument at) {
    String folder = Objects.requireNonNullElse(source.path(), "");
    if (folder.isEmpty()) {
      at.missing("spec.source.path", "names the folder in Git");
      return Optional.empty();
    }
    String target = Objects.requireNonNullElse(source.targetRevision(), "HEAD");
    Optional<RepositoryUrl> url =
        at.value("spec.source.repoURL", source.repoURL(), RepositoryUrl::new);
    Optional<RepositoryPath> path = at.value("spec.source.path", folder, ApplicationMapper::path);
    Optional<Revision> revision = at.value("spec.source.targetRevision", target, Revision::new);
    return url.isEmpty() || path.isEmpty() || revision.isEmpty()
        ? Optional.empty()
        : Optional.of(new ApplicationSource(url.get(), path.get(), revision.get()));
  }

  /**
   * Reads a folder with the forms that Argo CD takes for the same: {@code ./dev} and {@code dev/}.
   */
  private static RepositoryPath path(String written) {
    String path = written.startsWith("./") ? written.substring(2) : written;
    boolean slash = path.length() > 1 && path.endsWith("/");
    String folder = slash ? path.substring(0, path.length() - 1) : path;
    return RepositoryPath.folder(folder.isEmpty() ? "." : folder);
  }

  private static Destination destination(
      ApplicationDocument.@Nullable Destination destination, LocatedDocument at) {
    if (destination == null) {
      return Destination.UNKNOWN;
    }
    List<String> clusters =
        Stream.of(destination.name(), destination.server())
            .filter(Objects::nonNull)
            .filter(each -> !each.isEmpty())
            .toList();
    if (clusters.size() > 1) {
      at.add("spec.destination", ProblemCode.EITHER_OR, "give name or server, not both");
    }
    String cluster = clusters.isEmpty() ? "" : Clusters.canonical(clusters.get(0));
    return new Destination(cluster, Objects.requireNonNullElse(destination.namespace(), ""));
  }
}
