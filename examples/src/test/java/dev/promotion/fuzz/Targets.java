package dev.promotion.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.flow.FlowName;
import dev.promotion.git.DiskTarget;
import dev.promotion.git.ObjectTarget;
import dev.promotion.internal.text.Texts;
import dev.promotion.port.FileValues;
import dev.promotion.port.FoundValue;
import dev.promotion.port.FoundValues;
import dev.promotion.port.ValuesRefusedException;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.problem.PromotionException;
import dev.promotion.product.ApplicationName;
import dev.promotion.product.ProductName;
import dev.promotion.product.TextPattern;
import dev.promotion.promoter.MessageTarget;
import dev.promotion.promoter.Trigger;
import dev.promotion.release.Actor;
import dev.promotion.release.PromotedValue;
import dev.promotion.release.RecordTarget;
import dev.promotion.release.ReleaseId;
import dev.promotion.release.Version;
import dev.promotion.repository.BlobId;
import dev.promotion.repository.BranchName;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.Person;
import dev.promotion.repository.RepositoryPath;
import dev.promotion.repository.RepositoryUrl;
import dev.promotion.repository.Revision;
import dev.promotion.template.FilePattern;
import dev.promotion.template.JsonPath;
import dev.promotion.template.NormalizedPath;
import dev.promotion.yaml.PromotionYaml;
import dev.promotion.yaml.internal.finding.Findings;
import dev.promotion.yaml.internal.tree.SourceText;
import java.net.URI;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Everything that reads what others wrote, by the name of its folder of seeds. */
final class Targets {

  private static final Path ROOT = Path.of("/root/of/the/source");

  private static final FileValues VALUES_IN_FILES = PromotionYaml.fileValues();
  private static final RepositoryPath VALUES_FILE = new RepositoryPath("values.yaml");
  private static final String VALUES =
      """
      image: {repository: shop/web, tag: "1.10", pull: [a, b]}
      hosts:
        - {name: a.example, port: 8080, tls: true}
        - {name: b.example, port: 443}
      flask-ui: {image: {tag: 0.1}}
      none: ~
      """;

  private Targets() {}

  private static final Map<String, Kind> ALL = new TreeMap<>();

  /** A target, and how many inputs it is given with each commit: what fits into two seconds. */
  private record Kind(Supplier<Target> target, int inputs) {}

  static {
    ALL.put("commit-message", new Kind(() -> text(MessageTarget::read), 2_000));
    ALL.put("definition-bytes", new Kind(() -> Targets::definitionBytes, 2_000));
    ALL.put("definitions", new Kind(() -> text(PromotionYaml::readCatalog), 3_000));
    ALL.put("edits", new Kind(() -> text(Targets::edits), 2_000));
    ALL.put("git-disk", new Kind(DiskTarget::new, 300));
    ALL.put("git-objects", new Kind(ObjectTarget::new, 8_000));
    ALL.put("names", new Kind(() -> text(Targets::anyName), 3_000));
    ALL.put("paths", new Kind(() -> text(Targets::paths), 2_000));
    ALL.put("reference-names", new Kind(() -> text(Targets::references), 20_000));
    ALL.put("records", new Kind(() -> text(RecordTarget::read), 2_000));
    ALL.put("repository-path", new Kind(() -> text(Targets::path), 5_000));
    ALL.put("repository-url", new Kind(() -> text(Targets::url), 10_000));
    ALL.put("selectors", new Kind(() -> text(Targets::selectors), 5_000));
    ALL.put("shown-texts", new Kind(() -> text(Targets::shown), 3_000));
  }

  static Set<String> names() {
    return ALL.keySet();
  }

  static Target named(String name) {
    return ALL.get(name).target().get();
  }

  /** Returns how many inputs a target is given with each commit. */
  static int inputs(String name) {
    return ALL.get(name).inputs();
  }

  /** What is no UTF-8 becomes half a character, which no other way would lead to. */
  private static Target text(Consumer<String> reader) {
    return input -> reader.accept(new String(input, UTF_8).replace('\uFFFD', '\uD800'));
  }

  private static void definitionBytes(byte[] input) {
    SourceText.decode(input, new Findings()).ifPresent(PromotionYaml::readCatalog);
  }

  /** The first line is the path; what it finds stands where its place leads. */
  private static void paths(String text) {
    String path = text.lines().findFirst().orElse("");
    String rest = text.substring(Math.min(text.length(), path.length() + 1));
    byte[] content = (rest.isBlank() ? VALUES : rest).getBytes(UTF_8);
    FoundValues found = VALUES_IN_FILES.find(VALUES_FILE, content, List.of(new JsonPath(path)));
    for (FoundValue value : found.values()) {
      JsonPath place = new JsonPath(value.place().text());
      assertThat(VALUES_IN_FILES.find(VALUES_FILE, content, List.of(place)))
          .isEqualTo(new FoundValues(List.of(value), List.of(), List.of()));
    }
    if (!found.problems().isEmpty()) {
      throw new ValuesRefusedException(found.problems());
    }
  }

  /** The first line is a place without its $, the second a value; what was put there is there. */
  private static void edits(String text) {
    String[] parts = text.split("\n", 3);
    String rest = parts.length < 3 || parts[2].isBlank() ? VALUES : parts[2];
    String source = parts.length < 2 ? "" : parts[1].replace("\\n", "\n");
    List<PromotedValue> value =
        List.of(new PromotedValue(new NormalizedPath("$" + parts[0]), source, true));

    byte[] edited = VALUES_IN_FILES.put(VALUES_FILE, rest.getBytes(UTF_8), value);

    assertThat(VALUES_IN_FILES.put(VALUES_FILE, edited, value)).isEqualTo(edited);
  }

  /** The first line is a pattern; a pattern matches itself as far as it has no star. */
  private static void selectors(String text) {
    String pattern = text.lines().findFirst().orElse("");
    String rest = text.substring(Math.min(text.length(), pattern.length() + 1));
    TextPattern names = new TextPattern(pattern);
    FilePattern files = new FilePattern(pattern);

    assertThat(names.matches(pattern)).isTrue();
    assertThat(names.matches(rest)).isEqualTo(rest.equals(pattern) || matches(pattern, rest));
    for (String line : rest.lines().toList()) {
      if (accepted(RepositoryPath::new, line)) {
        boolean matched = files.matches(new RepositoryPath(line));
        assertThat(matched && !files.isPattern())
            .isEqualTo(line.equals(pattern) && !files.isPattern());
      }
    }
  }

  /** What a pattern means, as the leftmost place of each of its pieces. */
  private static boolean matches(String pattern, String text) {
    String[] pieces = pattern.split("\\*", -1);
    int at = pieces[0].length();
    if (!text.startsWith(pieces[0]) || pieces.length == 1) {
      return text.equals(pattern);
    }
    for (int piece = 1; piece < pieces.length - 1; piece++) {
      int found = text.indexOf(pieces[piece], at);
      if (found < 0) {
        return false;
      }
      at = found + pieces[piece].length();
    }
    String last = pieces[pieces.length - 1];
    return text.length() - last.length() >= at && text.endsWith(last);
  }

  /** A path that is taken never leaves its folder, and is no file of Git's under any name. */
  private static void path(String text) {
    assertThat(RepositoryPath.fault(text).isEmpty()).isEqualTo(accepted(RepositoryPath::new, text));
    RepositoryPath path = RepositoryPath.folder(text);
    Path resolved = ROOT.resolve(path.value()).normalize();

    assertThat(resolved).startsWithRaw(ROOT);
    assertThat(resolved.toString()).isEqualTo(path.isRoot() ? ROOT.toString() : ROOT + "/" + path);
    for (String part : path.parts()) {
      assertThat(part)
          .doesNotEndWith(".")
          .doesNotEndWith(" ")
          .doesNotContain("\\", ":", "\n", "\0");
      assertThat(Normalizer.normalize(part, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
          .doesNotMatch("\\.git(modules|attributes)?[. ]*|git~\\d+|con|nul");
    }
  }

  /** An address that is taken leads to the host that anybody would read in it. */
  private static void url(String text) {
    RepositoryUrl url = new RepositoryUrl(text);

    assertThat(url.path()).doesNotStartWith("/");
    assertThat(url.path().split("/", -1)).isNotEmpty().doesNotContain("", ".", "..");
    assertThat(url.value()).isEqualTo(text).matches("[!-~]+");
    if (text.contains("://")) {
      URI uri = URI.create(text);
      assertThat(uri.getScheme()).isIn("https", "http", "ssh");
      assertThat(uri.getHost()).isNotEmpty();
      assertThat(uri.getRawUserInfo() == null || uri.getScheme().equals("ssh")).isTrue();
    }
  }

  private static void references(String text) {
    boolean branch = accepted(BranchName::new, text);

    assertThat(accepted(Revision::new, text)).isEqualTo(branch || text.equals("HEAD"));
    new BranchName(text);
    assertThat(text)
        .isNotEmpty()
        .doesNotStartWith("-")
        .doesNotStartWith("refs/")
        .doesNotContain("..", " ", "\n", "\0", "~", "^", ":", "\\", "@{", "//")
        .doesNotEndWith("/")
        .doesNotEndWith(".lock");
  }

  private static void anyName(String text) {
    for (Function<String, ?> name :
        List.<Function<String, ?>>of(
            EnvironmentName::new, ApplicationName::new, ProductName::new, FlowName::new)) {
      if (accepted(name, text)) {
        assertThat(text).matches("[a-z0-9]([a-z0-9.-]*[a-z0-9])?").hasSizeLessThan(254);
      }
    }
    for (Function<String, ?> id :
        List.<Function<String, ?>>of(ReleaseId::new, CommitId::new, BlobId::new)) {
      if (accepted(id, text)) {
        assertThat(text).matches("[0-9a-f]+");
      }
    }
    for (Function<String, Object> line :
        List.<Function<String, Object>>of(
            Actor::new,
            Version::new,
            each -> new Person(each, "a@b"),
            each -> Trigger.flow("f").product("p").by(each).version(each))) {
      if (accepted(line, text)) {
        assertThat(line.apply(text).toString()).doesNotContain("\n", "\r", "\0", "\u2028");
      }
    }
  }

  private static void shown(String text) {
    String quoted = Texts.quoted(text);

    assertThat(new Problem(ProblemCode.TYPE, text, text).toString().codePoints())
        .noneMatch(Texts::invisible);
    assertThat(quoted).hasSizeLessThan(80 * 8 + 40);
    assertThat(Texts.escaped(Texts.escaped(text))).isEqualTo(Texts.escaped(text));
    assertThat(Texts.shortened(text, 7).codePointCount(0, Texts.shortened(text, 7).length()))
        .isLessThanOrEqualTo(8);
    assertThat(Texts.known(text, List.of("dev", "qa", "production"))).startsWith("known: dev, qa");
  }

  private static boolean accepted(Function<String, ?> reader, String text) {
    try {
      return reader.apply(text) != null;
    } catch (PromotionException refused) {
      return false;
    }
  }
}
