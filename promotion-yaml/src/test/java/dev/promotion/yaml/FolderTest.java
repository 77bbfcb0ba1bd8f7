package dev.promotion.yaml;

import static dev.promotion.yaml.Documents.ENVIRONMENTS;
import static dev.promotion.yaml.Documents.SEED_FLOW;
import static dev.promotion.yaml.Documents.flow;
import static dev.promotion.yaml.Refusal.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.promotion.flow.PromotionFlow;
import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.yaml.internal.finding.Findings;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of documents. */
class FolderTest {

  @TempDir Path folder;

  @BeforeEach
  void writeEnvironments() throws IOException {
    write("environments.yaml", ENVIRONMENTS);
  }

  @Test
  void allYamlFilesBelowTheFolderAreRead() throws Exception {
    write("a/b/flow.yml", SEED_FLOW);
    write("a/Other.YAML", flow());
    write("a/notes.txt", "a: [");

    assertThat(flows()).containsExactly("flow", "three-env-promotion");
  }

  @Test
  void aFileIsReadAlone() throws Exception {
    write("flow.yaml", "a: [");

    assertThat(PromotionYaml.readCatalog(folder.resolve("environments.yaml")).flows()).isEmpty();
    assertThat(Refusal.of(folder.resolve("flow.yaml")))
        .extracting(Problem::place)
        .containsExactly("flow.yaml:1:4");
  }

  @Test
  void filesOfOthersAreLeftAlone() throws Exception {
    write("flow.yaml", SEED_FLOW);
    write("values.yaml", "image: &image {tag: 1.0}\ncopy: *image\n");
    write("Chart.yaml", "apiVersion: v2\nname: shop\n");
    write("kustomization.yaml", "resources: [flow.yaml]\n");
    write("service.yaml", "apiVersion: v1\nkind: Service\nmetadata: {name: x}\nspec: {}\n");
    write(".github/flow.yaml", "a: [");
    write(".hidden.yaml", "a: [");

    assertThat(flows()).containsExactly("three-env-promotion");
  }

  @Test
  void documentsOfOthersAreListed() throws Exception {
    write("values.yaml", "image: {tag: 1.0}\n");
    write("more.yaml", "apiVersion: v1\nkind: Service\nmetadata: {name: x}\n---\n" + flow());
    write("odd.yaml", "apiVersion: [v1]\nkind: {a: b}\nmetadata: {name: []}\n---\nmetadata: x\n");
    write(
        "unowned.yaml",
        Documents.application("source: {}").replace("codefresh.io/product", "example.com/product"));

    Definitions read = PromotionYaml.read(folder);

    assertThat(read.others())
        .containsExactly(
            new OtherDocument("more.yaml:1:1", "v1", "Service", "x"),
            new OtherDocument("odd.yaml:1:1", "", "", ""),
            new OtherDocument("odd.yaml:5:1", "", "", ""),
            new OtherDocument(
                "unowned.yaml:1:1", "argoproj.io/v1alpha1", "Application", "cf-101-dev"),
            new OtherDocument("values.yaml:1:1", "", "", ""));
    assertThat(read.environments()).hasToString("[dev, qa, production]");
    assertThat(read.flows()).hasToString("[flow]");
    assertThat(read.applications()).isEmpty();
  }

  @Test
  void whatDocumentsNameNeedNotBeThereUntilTheyAreCheckedTogether() throws Exception {
    write("flow.yaml", flow().replace("[dev]", "[dev]\n    - {environment: eu, dependsOn: [qa]}"));

    Definitions read = PromotionYaml.read(folder);

    assertThat(read.flows()).hasSize(1);
    assertThatExceptionOfType(InvalidDefinitionException.class)
        .isThrownBy(read::catalog)
        .withMessageStartingWith("flow.yaml:10:21: spec.steps[1].environment: environment 'eu'");
    write("bad.yaml", "a: [");
    assertThatExceptionOfType(InvalidDefinitionException.class)
        .isThrownBy(() -> PromotionYaml.read(folder))
        .withMessageStartingWith("bad.yaml:1:4: ")
        .satisfies(refused -> assertThat(refused.problems()).hasSize(1));
  }

  @Test
  void aFileThatMayBeOursIsNotLeftAlone() throws Exception {
    write("1.yaml", "metadata: {name: x}\nspec: {}\n");
    write("2.yaml", "apiVersion: promotion.dev/v1\n");
    write("3.yaml", "kind: PromotionFlow\n");

    assertThat(Refusal.of(folder))
        .extracting(Problem::code, Problem::place)
        .containsExactly(
            at(ProblemCode.REQUIRED, "1.yaml:1:1: apiVersion"),
            at(ProblemCode.REQUIRED, "1.yaml:1:1: kind"),
            at(ProblemCode.REQUIRED, "2.yaml:1:1: kind"),
            at(ProblemCode.REQUIRED, "3.yaml:1:1: apiVersion"));
  }

  @Test
  void problemsOfAllFilesAreReportedTogetherInTheOrderOfTheirNames() throws Exception {
    write("z.yaml", "a: [");
    write("b/flow.yaml", flow("timeout: 5"));
    write("a/flow.yaml", flow().replace("name: flow", "name: Flow"));
    write("empty.yaml", "");

    assertThat(Refusal.of(folder))
        .extracting(Problem::place)
        .containsExactly(
            "a/flow.yaml:4:9: metadata.name",
            "b/flow.yaml:10:12: spec.timeout",
            "empty.yaml:1:1",
            "z.yaml:1:4");
  }

  @Test
  void definitionsOfOneNameInTwoFilesAreRefused() throws Exception {
    write("a.yaml", flow());
    write("b.yaml", flow());

    assertThat(Refusal.of(folder))
        .extracting(Problem::toString)
        .containsExactly(
            "b.yaml:4:9: metadata.name: 'flow' is defined already at a.yaml:4:9: metadata.name;"
                + " rename or remove one [DUPLICATE_NAME]");
  }

  @Test
  void aLargeFileIsNotRead() throws Exception {
    write("large.yaml", "#".repeat(4_000_000));

    assertThat(Refusal.of(folder))
        .extracting(Problem::toString)
        .containsExactly("large.yaml:1:1: 4.0 MB, the limit is 1 MB; split it [SIZE_LIMIT]");
  }

  @Test
  void linksInsideTheFolderAreFollowed() throws Exception {
    write("..2026/flow.yaml", SEED_FLOW);
    Files.createSymbolicLink(folder.resolve("..data"), Path.of("..2026"));
    Files.createSymbolicLink(folder.resolve("flow.yaml"), Path.of("..data", "flow.yaml"));
    Files.createSymbolicLink(folder.resolve("notes.txt"), Path.of("environments.yaml"));

    assertThat(flows()).containsExactly("three-env-promotion");
  }

  @Test
  void linksOutOfTheFolderAreRefused() throws Exception {
    write("outside/flow.yaml", SEED_FLOW);
    Path inside = Files.createDirectory(folder.resolve("inside"));
    Files.createSymbolicLink(inside.resolve("flow.yaml"), folder.resolve("outside/flow.yaml"));
    Files.createSymbolicLink(inside.resolve("more"), folder.resolve("outside"));
    Files.createSymbolicLink(inside.resolve("nothing.yaml"), folder.resolve("not-there"));

    assertThat(Refusal.of(inside))
        .extracting(Problem::code, Problem::place)
        .containsExactly(
            at(ProblemCode.PATH_NOT_REGULAR, "flow.yaml:1:1"),
            at(ProblemCode.PATH_NOT_REGULAR, "more:1:1"),
            at(ProblemCode.PATH_NOT_REGULAR, "nothing.yaml:1:1"));
  }

  @Test
  void whatOnlyHasTheNameOfADefinitionIsLeftAlone() throws Exception {
    write("flow.yaml", SEED_FLOW);
    Files.createDirectory(folder.resolve("folder"));
    Files.createSymbolicLink(folder.resolve("link.yaml"), folder.resolve("folder"));

    try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      socket.bind(UnixDomainSocketAddress.of(folder.resolve("socket.yaml")));

      assertThat(flows()).containsExactly("three-env-promotion");
    }
  }

  @Test
  void aFileThatGoesAwayWhileTheFolderIsReadIsToldAsUnreadable() throws Exception {
    List<DefinitionFile> files = DefinitionFiles.below(folder, 10);
    Files.delete(folder.resolve("environments.yaml"));

    Findings findings = new Findings();
    assertThat(files.get(0).content().text(findings)).isEmpty();
    assertThat(findings.in("environments.yaml"))
        .extracting(Problem::code)
        .containsExactly(ProblemCode.FILE_UNREADABLE);
  }

  @Test
  void aFolderThatIsALinkItselfIsRead() throws Exception {
    write("real/all.yaml", ENVIRONMENTS + "---\n" + SEED_FLOW);
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("real"));

    assertThat(PromotionYaml.readCatalog(link).flows()).hasSize(1);
  }

  @Test
  void aFolderThatIsNotThereIsRefused() {
    List<Problem> problems = Refusal.of(folder.resolve("missing"));

    assertThat(problems).extracting(Problem::code).containsExactly(ProblemCode.FILE_UNREADABLE);
  }

  @Test
  void aFolderWithTooManyFilesIsRefused() throws Exception {
    for (String name : List.of("1.yaml", "2.yaml", "3.yaml")) {
      write("many/" + name, SEED_FLOW);
    }
    Path many = folder.resolve("many");

    assertThat(DefinitionFiles.below(many, 3)).hasSize(3);
    assertThatExceptionOfType(InvalidDefinitionException.class)
        .isThrownBy(() -> DefinitionFiles.below(many, 2))
        .withMessage(
            "many: more than 2 YAML files; give the folder that holds the definitions [LIMIT]");
  }

  private List<String> flows() {
    return PromotionYaml.readCatalog(folder).flows().stream().map(PromotionFlow::toString).toList();
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
