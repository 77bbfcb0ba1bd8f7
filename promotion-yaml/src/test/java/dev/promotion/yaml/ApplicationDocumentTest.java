package dev.promotion.yaml;

import static dev.promotion.yaml.Documents.ENVIRONMENTS;
import static dev.promotion.yaml.Documents.application;
import static dev.promotion.yaml.Refusal.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.promotion.catalog.Catalog;
import dev.promotion.environment.EnvironmentName;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.product.Application;
import dev.promotion.product.ApplicationName;
import dev.promotion.product.ProductName;
import dev.promotion.repository.Revision;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Applications of Argo CD. */
class ApplicationDocumentTest {

  private static final String REPOSITORY = "https://git.example.com/acme/cf-101.git";
  private static final String SOURCE = "source: {repoURL: " + REPOSITORY + ", path: dev}";

  @Nested
  class IsRead {

    @Test
    void withAllThatArgoCdAdds() {
      Application application =
          only(
              """
              apiVersion: argoproj.io/v1alpha1
              kind: Application
              metadata:
                name: shop-dev
                namespace: codefresh
                finalizers:
                  - resources-finalizer.argocd.argoproj.io/foreground
                annotations:
                  codefresh.io/product: shop
                  argocd.argoproj.io/manifest-generate-paths: .;../base
                labels:
                  codefresh.io/product: another
              spec:
                project: default
                destination:
                  name: in-cluster
                  namespace: dev
                source:
                  path: .
                  repoURL: http://gitea-http.gitea:3000/acme/shop.git
                  targetRevision: release/1.x
                  helm:
                    valuesObject: {tcp: {8080: "a/b:80"}, on: true, base: &b {x: 1}, copy: *b}
                syncPolicy:
                  automated: {prune: true, selfHeal: true}
              status:
                health: {status: Healthy}
              """);

      assertThat(application.name()).hasToString("shop-dev");
      assertThat(application.product()).hasToString("shop");
      assertThat(application.source())
          .hasToString("http://gitea-http.gitea:3000/acme/shop.git release/1.x:.");
      assertThat(application.destination().cluster()).isEqualTo("in-cluster");
      assertThat(application.destination().namespace()).isEqualTo("dev");
      assertThat(application.declaredEnvironment()).isEmpty();
    }

    @Test
    void fromTheDefaultBranchWhereItNamesNone() {
      assertThat(only(application(SOURCE)).source().revision()).isEqualTo(Revision.HEAD);
    }

    @ParameterizedTest
    @CsvSource({"dev,dev", "./dev,dev", "dev/,dev", "./,.", "./a/b/,a/b", ".,."})
    void fromAFolderInEitherWayToWriteIt(String written, String meant) {
      String text = application(SOURCE.replace("path: dev", "path: " + written));

      assertThat(only(text).source().path()).hasToString(meant);
    }

    @Test
    void asTheProductOfALabel() {
      String text = application(SOURCE).replace("annotations:", "labels:");

      assertThat(only(text).product()).isEqualTo(new ProductName("cf-101"));
    }

    @Test
    void inTheEnvironmentThatItNames() {
      String text =
          application(SOURCE)
              .replace("annotations:", "annotations:\n    codefresh.io/environment: qa");

      Catalog catalog = PromotionYaml.readCatalog(ENVIRONMENTS, text);

      assertThat(catalog.applications(new ProductName("cf-101"), new EnvironmentName("qa")))
          .extracting(Application::toString)
          .containsExactly("cf-101-dev");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name: in-cluster", "server: https://kubernetes.default.svc"})
    void inTheEnvironmentOfItsDestination(String cluster) {
      String environment =
          Documents.environment("dev") + "  clusters: [{name: in-cluster, namespaces: [dev]}]\n";
      String text = application(SOURCE, "destination: {" + cluster + ", namespace: dev}");

      Catalog catalog = PromotionYaml.readCatalog(environment, text);

      assertThat(catalog.applications(new ProductName("cf-101"), new EnvironmentName("dev")))
          .hasSize(1);
    }

    private Application only(String text) {
      Catalog catalog = PromotionYaml.readCatalog(text);
      String name = text.contains("shop-dev") ? "shop-dev" : "cf-101-dev";
      return catalog.application(new ApplicationName(name)).orElseThrow();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "metadata: {name: Not_a_name}",
        "metadata: {name: a, annotations: {codefresh.io/env: x}}",
        "metadata: {name: a, annotations: text}",
        "metadata: text",
        "spec: {sources: *undefined}"
      })
  void anApplicationOfNoProductIsLeftAlone(String rest) {
    String text = "apiVersion: argoproj.io/v1alpha1\nkind: Application\n" + rest;

    assertThat(PromotionYaml.readCatalog(text).products()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badApplications")
  void anApplicationOfAProductIsRefused(String what, String spec, ProblemCode code, String place) {
    List<Problem> problems = Refusal.of(application(spec));

    assertThat(problems)
        .extracting(Problem::code, Problem::place)
        .containsExactly(at(code, "text:8:" + place));
  }

  static Stream<Arguments> badApplications() {
    return Stream.of(
        arguments(
            "several sources",
            "sources: [{repoURL: https://h/a, path: a}]",
            ProblemCode.UNSUPPORTED_SOURCE,
            "12: spec.sources"),
        arguments(
            "chart",
            "source: {repoURL: https://h/charts, chart: redis, targetRevision: 1.*}",
            ProblemCode.UNSUPPORTED_SOURCE,
            "46: spec.source.chart"),
        arguments("no source", "project: x", ProblemCode.REQUIRED, "3: spec.source"),
        arguments(
            "no repository", "source: {path: a}", ProblemCode.REQUIRED, "11: spec.source.repoURL"),
        arguments(
            "no path",
            "source: {repoURL: https://h/a}",
            ProblemCode.REQUIRED,
            "11: spec.source.path"),
        arguments(
            "empty path",
            source("https://h/a", "''", "HEAD"),
            ProblemCode.REQUIRED,
            "40: spec.source.path"),
        arguments(
            "absolute path",
            source("https://h/a", "/", "HEAD"),
            ProblemCode.PATH_ABSOLUTE,
            "40: spec.source.path"),
        arguments("text for source", "source: a", ProblemCode.TYPE, "11: spec.source"),
        arguments(
            "128 escape",
            source("https://h/a", "a/../../b", "HEAD"),
            ProblemCode.PATH_ESCAPE,
            "40: spec.source.path"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badAddresses")
  void anAddressThatCouldMeanSomethingElseIsRefused(String what, String address, ProblemCode code) {
    List<Problem> problems = Refusal.of(application(source(address, "a", "HEAD")));

    assertThat(problems)
        .extracting(Problem::code, Problem::place)
        .containsExactly(at(code, "text:8:21: spec.source.repoURL"));
    assertThat(problems.get(0).message()).doesNotContain("s3cret");
  }

  static Stream<Arguments> badAddresses() {
    return Stream.of(
        arguments("141 command", "'ext::sh -c x'", ProblemCode.URL_SCHEME),
        arguments("141 command", "ext::sh", ProblemCode.URL_SCHEME),
        arguments("141 file", "file:///etc/x", ProblemCode.URL_SCHEME),
        arguments("141 option", "--upload-pack=x", ProblemCode.URL_SCHEME),
        arguments("141 ssh option", "-oProxyCommand=x@h", ProblemCode.URL_SCHEME),
        arguments("142 token", "https://user:s3cret@h/r", ProblemCode.URL_CREDENTIALS),
        arguments("144 other host", "https://github.com@evil/x", ProblemCode.URL_AUTHORITY),
        arguments("144 backslash", "'https://evil\\@github.com/x'", ProblemCode.URL_AUTHORITY),
        arguments("145 line break", "\"https://h/a\\r\\nb\"", ProblemCode.URL_CHARSET),
        arguments("145 blank", "'https://h/a b'", ProblemCode.URL_CHARSET));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-x",
        "'@'",
        "a..b",
        "a.lock",
        "a b",
        "a~1",
        "refs/tags/x",
        "0123456789012345678901234567890123456789"
      })
  void aRevisionThatIsNoBranchIsRefused(String revision) {
    assertThat(Refusal.of(application(source("https://h/a", "a", revision))))
        .extracting(Problem::code, Problem::place)
        .containsExactly(at(ProblemCode.REF_NAME, "text:8:59: spec.source.targetRevision"));
  }

  @Test
  void aClusterIsNamedOrAddressedButNotBoth() {
    String text = application(SOURCE, "destination: {name: a, server: https://b}");

    assertThat(Refusal.of(text))
        .extracting(Problem::code, Problem::place)
        .containsExactly(at(ProblemCode.EITHER_OR, "text:9:16: spec.destination"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "metadata: {name: a, annotations: *notes} | ALIAS | text:3:34: metadata.annotations",
        "metadata: *all | ALIAS | text:3:11: metadata",
        "metadata: {name: a, annotations: {<<: {}}} | MERGE | text:3:35: metadata.annotations"
      })
  void aProductCannotHideBehindAnAlias(String metadata, String what, String place) {
    String text =
        "apiVersion: argoproj.io/v1alpha1\nkind: Application\n" + metadata + "\nspec: {}\n";
    ProblemCode code =
        what.equals("ALIAS") ? ProblemCode.UNDEFINED_ALIAS : ProblemCode.MERGE_KEY_NOT_ALLOWED;

    assertThat(Refusal.of(text))
        .extracting(Problem::code, Problem::place)
        .contains(at(code, place));
  }

  @Test
  void namesInItsNotesAreChecked() {
    String text =
        application(SOURCE)
            .replace("product: cf-101", "product: CF\n    codefresh.io/environment: ''");

    assertThat(Refusal.of(text))
        .extracting(Problem::code, Problem::place)
        .containsExactly(
            at(ProblemCode.ID_CHARSET, "text:6:27: metadata.annotations['codefresh.io/product']"),
            at(
                ProblemCode.ID_EMPTY,
                "text:7:31: metadata.annotations['codefresh.io/environment']"));
  }

  @Test
  void anEnvironmentThatIsNotThereIsRefused() {
    String text =
        application(SOURCE)
            .replace("annotations:", "annotations:\n    codefresh.io/environment: stage");

    assertThat(Refusal.of(ENVIRONMENTS, text))
        .extracting(Problem::code, Problem::place)
        .containsExactly(at(ProblemCode.UNKNOWN_ENVIRONMENT, "text 2:4:3: metadata"));
  }

  private static String source(String repository, String path, String revision) {
    return "source: {repoURL: "
        + repository
        + ", path: "
        + path
        + ", targetRevision: "
        + revision
        + "}";
  }
}
