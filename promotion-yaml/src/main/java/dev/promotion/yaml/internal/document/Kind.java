package dev.promotion.yaml.internal.document;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kinds of documents that are read. */
@SuppressWarnings(
    "ImmutableEnumChecker") // Its lists and shapes do not change, only their types could.
public enum Kind {
  /** A place that a product moves through. */
  ENVIRONMENT("Environment", EnvironmentDocument.class, Versions.OURS),
  /** What moves. */
  PRODUCT("Product", ProductDocument.class, Versions.V1BETA1, Versions.V1BETA2, Versions.OURS),
  /** The way of a product. */
  PROMOTION_FLOW("PromotionFlow", FlowDocument.class, Versions.V1BETA1, Versions.OURS),
  /** How to promote. */
  PROMOTION_POLICY("PromotionPolicy", PolicyDocument.class, Versions.V1BETA1, Versions.OURS),
  /** What to promote. */
  PROMOTION_TEMPLATE("PromotionTemplate", TemplateDocument.class, Versions.V1BETA1, Versions.OURS),
  /** A deployment, as Argo CD has it. */
  APPLICATION("Application", ApplicationDocument.class, Versions.ARGO_CD);

  private static final class Versions {
    static final String OURS = "promotion.dev/v1";
    static final String V1BETA1 = "codefresh.io/v1beta1";
    static final String V1BETA2 = "codefresh.io/v1beta2";
    static final String ARGO_CD = "argoproj.io/v1alpha1";
  }

  private static final Map<String, Kind> BY_WORD =
      all().collect(Collectors.toUnmodifiableMap(Kind::toString, kind -> kind));

  private final String word;
  private final List<String> versions;
  private final RecordShape shape;

  Kind(String word, Class<?> document, String... versions) {
    this.word = word;
    this.versions = List.of(versions);
    this.shape = new RecordShape(document);
  }

  /** Returns the kind of a name, as the field {@code kind} has it. */
  static Optional<Kind> named(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }

  /** Returns the names of all kinds. */
  static List<String> words() {
    return all().map(kind -> kind.word).toList();
  }

  /** Returns the API versions of all kinds. */
  static List<String> allVersions() {
    return all().flatMap(kind -> kind.versions.stream()).distinct().sorted().toList();
  }

  /** Returns the names of the kinds that have a field in their spec. */
  static List<String> ownersOf(String field) {
    return all().filter(kind -> kind.hasInSpec(field)).map(kind -> kind.word).toList();
  }

  /** Returns the API versions that this kind can have. */
  List<String> versions() {
    return versions;
  }

  /** Returns the form of its documents. */
  RecordShape shape() {
    return shape;
  }

  /** Returns the name, as the field {@code kind} has it. */
  @Override
  public String toString() {
    return word;
  }

  private boolean hasInSpec(String field) {
    return this != APPLICATION
        && shape.nested("spec").filter(spec -> spec.names().contains(field)).isPresent();
  }

  private static Stream<Kind> all() {
    return Arrays.stream(values());
  }
}
