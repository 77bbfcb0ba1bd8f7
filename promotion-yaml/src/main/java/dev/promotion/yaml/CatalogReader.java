package dev.promotion.yaml;

import dev.promotion.catalog.Catalog;
import dev.promotion.environment.Environment;
import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.yaml.internal.document.ApplicationDocument;
import dev.promotion.yaml.internal.document.DocumentReader;
import dev.promotion.yaml.internal.document.EnvironmentDocument;
import dev.promotion.yaml.internal.document.FlowDocument;
import dev.promotion.yaml.internal.document.Header;
import dev.promotion.yaml.internal.document.ProductDocument;
import dev.promotion.yaml.internal.finding.Findings;
import dev.promotion.yaml.internal.finding.Position;
import dev.promotion.yaml.internal.tree.YamlMapping;
import dev.promotion.yaml.internal.tree.YamlNode;
import dev.promotion.yaml.internal.tree.YamlParser;
import dev.promotion.yaml.internal.tree.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads files into one catalog and gathers what is wrong with any of them. Used once. */
final class CatalogReader {

  private final Catalog.Builder builder = Catalog.builder();
  private final List<Problem> problems = new ArrayList<>();

  /** Whether every environment that was written is in the builder. */
  private boolean allEnvironments = true;

  CatalogReader readAll(List<DefinitionFile> files) {
    for (DefinitionFile file : files) {
      Findings findings = new Findings();
      Optional<String> text = file.content().text(findings);
      text.ifPresent(content -> read(YamlParser.parse(content, findings), file, findings));
      allEnvironments &= text.isPresent();
      problems.addAll(findings.in(file.name()));
    }
    return this;
  }

  /** Returns the catalog, or throws all that is wrong. */
  Catalog catalog() {
    try {
      Catalog catalog = builder.build();
      if (problems.isEmpty()) {
        return catalog;
      }
    } catch (InvalidDefinitionException refused) {
      refused.problems().stream().filter(this::certain).forEach(problems::add);
    }
    throw new InvalidDefinitionException(
        problems.subList(0, Math.min(problems.size(), Findings.MOST)));
  }

  /** An environment may seem unknown only because its own document could not be read. */
  private boolean certain(Problem problem) {
    return allEnvironments || problem.code() != ProblemCode.UNKNOWN_ENVIRONMENT;
  }

  private void read(List<YamlNode> documents, DefinitionFile file, Findings findings) {
    allEnvironments &= findings.none();
    if (findings.none() && documents.stream().allMatch(CatalogReader::nothing)) {
      findings.add(
          Position.START,
          ProblemCode.EMPTY_DOCUMENT,
          "no content; write a definition, or remove the file");
    }
    for (YamlNode document : documents) {
      Findings inDocument = new Findings();
      if (document instanceof YamlMapping root) {
        read(new LocatedDocument(file.name(), root, inDocument), file.meant());
      } else if (!nothing(document)) {
        refuse(document, inDocument);
        inDocument.add(
            document.position(),
            ProblemCode.ROOT_NOT_MAPPING,
            "a definition is a map of fields that starts with apiVersion and kind");
      }
      findings.addAll(inDocument);
    }
  }

  private void read(LocatedDocument at, boolean meant) {
    Optional<Header> header = Header.read(at.root(), meant, at.findings());
    header.ifPresent(known -> read(known, at));
    if (header.isEmpty() && !at.findings().none()) {
      refuse(at.root(), at.findings());
    }
  }

  private void refuse(YamlNode document, Findings findings) {
    allEnvironments = false;
    DocumentReader.checkForm(document, findings);
  }

  private void read(Header header, LocatedDocument at) {
    switch (header.kind()) {
      case ENVIRONMENT -> {
        Optional<Environment> environment =
            read(EnvironmentDocument.class, header, at)
                .flatMap(document -> EnvironmentMapper.map(document, at));
        environment.ifPresent(each -> builder.environment(each, at));
        allEnvironments &= environment.isPresent();
      }
      case PRODUCT ->
          read(ProductDocument.class, header, at)
              .flatMap(document -> ProductMapper.map(document, at))
              .ifPresent(product -> builder.product(product, at));
      case PROMOTION_FLOW ->
          read(FlowDocument.class, header, at)
              .flatMap(document -> FlowMapper.map(document, at))
              .ifPresent(flow -> builder.flow(flow, at));
      case APPLICATION -> {
        if (ApplicationMapper.ofProduct(at.root())) {
          read(ApplicationDocument.class, header, at)
              .flatMap(document -> ApplicationMapper.map(document, at))
              .ifPresent(application -> builder.application(application, at));
        }
      }
      case PROMOTION_POLICY, PROMOTION_TEMPLATE ->
          DocumentReader.refuse(at.root(), header, at.findings());
    }
  }

  private static <T> Optional<T> read(Class<T> type, Header header, LocatedDocument at) {
    return DocumentReader.read(type, at.root(), header, at.findings());
  }

  private static boolean nothing(YamlNode root) {
    return root instanceof YamlScalar scalar && scalar.isNull();
  }
}
