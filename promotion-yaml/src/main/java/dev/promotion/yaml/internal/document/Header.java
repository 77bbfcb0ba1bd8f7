package dev.promotion.yaml.internal.document;

import dev.promotion.problem.ProblemCode;
import dev.promotion.yaml.internal.finding.FieldPath;
import dev.promotion.yaml.internal.finding.Findings;
import dev.promotion.yaml.internal.finding.Position;
import dev.promotion.yaml.internal.finding.Wording;
import dev.promotion.yaml.internal.tree.YamlEntry;
import dev.promotion.yaml.internal.tree.YamlMapping;
import dev.promotion.yaml.internal.tree.YamlNode;
import dev.promotion.yaml.internal.tree.YamlScalar;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a document says that it is: its API version and kind.
 *
 * @param apiVersion the API version, one that its kind can have
 * @param kind the kind
 */
public record Header(String apiVersion, Kind kind) {

  private static final String OUR_GROUP = "promotion.dev";
  private static final Set<String> GROUPS = Set.of(OUR_GROUP, "codefresh.io", "argoproj.io");
  private static final Set<Kind> NOT_ONLY_OURS =
      Set.of(Kind.ENVIRONMENT, Kind.PRODUCT, Kind.APPLICATION);

  /** Kinds of the vendor that describe no definition. */
  private static final Set<String> VENDORS_OWN = Set.of("PromotionTask");

  /**
   * Reads the header of a document. Empty without a finding means that the document is somebody
   * else's.
   *
   * @param root the document
   * @param meant whether the document was meant to be read, and not just lay in the folder
   * @param findings where to put what is wrong
   */
  public static Optional<Header> read(YamlMapping root, boolean meant, Findings findings) {
    Optional<String> apiVersion = text(root, "apiVersion");
    Optional<String> kind = text(root, "kind");
    if (apiVersion.isPresent() && kind.isPresent()) {
      return read(root, apiVersion.get(), kind.get(), findings);
    }
    boolean ours =
        apiVersion.map(version -> GROUPS.contains(group(version))).orElse(false)
            || kind.flatMap(Kind::named).isPresent()
            || (root.get("metadata").isPresent() && root.get("spec").isPresent());
    if (meant || ours) {
      List<String> versions =
          kind.flatMap(Kind::named).map(Kind::versions).orElse(Kind.allVersions());
      require(root, "apiVersion", versions, findings);
      require(root, "kind", Kind.words(), findings);
    }
    return Optional.empty();
  }

  private static Optional<Header> read(
      YamlMapping root, String apiVersion, String word, Findings findings) {
    Optional<Kind> kind = Kind.named(word);
    if (kind.isEmpty()) {
      unknownKind(root, apiVersion, word, findings);
      return Optional.empty();
    }
    if (kind.get().versions().contains(apiVersion)) {
      return Optional.of(new Header(apiVersion, kind.get()));
    }
    String group = group(apiVersion);
    boolean near = group.isEmpty() || Wording.nearest(group, GROUPS).isPresent();
    if (near || !NOT_ONLY_OURS.contains(kind.get())) {
      List<String> known = kind.get().versions();
      findings.add(
          position(root, "apiVersion"),
          "apiVersion",
          ProblemCode.UNSUPPORTED_VERSION,
          Wording.quoted(apiVersion)
              + " is not known for kind "
              + word
              + "; known: "
              + Wording.list(known)
              + Wording.suggestion(apiVersion, known));
    }
    return Optional.empty();
  }

  private static void unknownKind(
      YamlMapping root, String apiVersion, String word, Findings findings) {
    String group = group(apiVersion);
    boolean misspelt =
        group.equals("codefresh.io")
            && !VENDORS_OWN.contains(word)
            && Wording.nearest(word, Kind.words()).isPresent();
    if (misspelt || group.equals(OUR_GROUP)) {
      findings.add(
          position(root, "kind"),
          "kind",
          ProblemCode.UNKNOWN_KIND,
          Wording.quoted(word)
              + " does not exist; known: "
              + Wording.list(Kind.words())
              + Wording.suggestion(word, Kind.words()));
    }
  }

  private static void require(
      YamlMapping root, String field, List<String> allowed, Findings findings) {
    Optional<YamlNode> value = root.get(field);
    if (value.isPresent() && !nothing(value.get())) {
      new TextShape().read(value.get(), FieldPath.ROOT.field(field), new Reading("", findings));
      return;
    }
    Optional<YamlEntry> other =
        root.entries().stream()
            .filter(entry -> entry.key() instanceof YamlScalar key && near(key.text(), field))
            .findFirst();
    if (other.isPresent()) {
      String found = ((YamlScalar) other.get().key()).text();
      findings.add(
          other.get().key().position(),
          ProblemCode.UNKNOWN_FIELD,
          "unknown field " + Wording.quoted(found) + "; did you mean '" + field + "'?");
      return;
    }
    findings.add(
        root.position(),
        field,
        ProblemCode.REQUIRED,
        "missing; it says what the document is: one of " + Wording.list(allowed));
  }

  private static boolean near(String key, String field) {
    return !key.equals(field) && Wording.nearest(key, Set.of(field)).isPresent();
  }

  private static boolean nothing(YamlNode value) {
    return value instanceof YamlScalar scalar && scalar.isNull();
  }

  private static Optional<String> text(YamlMapping root, String field) {
    return root.get(field)
        .filter(value -> value instanceof YamlScalar scalar && !scalar.isNull())
        .map(value -> ((YamlScalar) value).text());
  }

  private static Position position(YamlMapping root, String field) {
    return root.get(field).map(YamlNode::position).orElse(root.position());
  }

  private static String group(String apiVersion) {
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }
}
