package dev.promotion.yaml;

import dev.promotion.catalog.Catalog;
import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.yaml.internal.document.ApplicationDocument;
import dev.promotion.yaml.internal.document.DocumentReader;
import dev.promotion.yaml.internal.document.EnvironmentDocument;
import dev.promotion.yaml.internal.document.FlowDocument;
import dev.promotion.yaml.internal.document.Header;
import dev.promotion.yaml.internal.document.PolicyDocument;
import dev.promotion.yaml.internal.document.ProductDocument;
import dev.promotion.yaml.internal.document.TemplateDocument;
import dev.promotion.yaml.internal.finding.Findings;
import dev.promotion.yaml.internal.finding.Position;
import dev.promotion.yaml.internal.tree.YamlMapping;
import dev.promotion.yaml.internal.tree.YamlNode;
import dev.promotion.yaml.internal.tree.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/** Reads files and gathers what they define, and what is wrong with any of them. Used once. */
final class CatalogReader {

  /** What may seem unknown only because its own document could not be read. */
  private static final Set<ProblemCode> UNCERTAIN =
      Set.of(
          ProblemCode.UNKNOWN_ENVIRONMENT, ProblemCode.UNKNOWN_FLOW, ProblemCode.UNKNOWN_TEMPLATE);

  private final Definitions.Builder builder = new Definitions.Builder();
  private final List<Problem> problems = new ArrayList<>();

  /** Whether everything that was written is in the builder. */
  private boolean complete = true;

  CatalogReader readAll(List<DefinitionFile> files) {
    for (DefinitionFile file : files) {
      Findings findings = new Findings();
      Optional<String> text = file.content().text(findings);
      text.ifPresent(content -> read(DefinitionTrees.parse(content, findings), file, findings));
      complete &= text.isPresent();
      problems.addAll(findings.in(file.name()));
      builder.warnings(findings.warningsIn(file.name()));
    }
    return this;
  }

  /** Returns what was read, or throws all that is wrong with single documents. */
  Definitions definitions() {
    if (!problems.isEmpty()) {
      throw refusal();
    }
    return builder.build();
  }

  /** Returns the catalog, or throws all that is wrong. */
  Catalog catalog() {
    try {
      Catalog catalog = builder.build().catalog();
      if (problems.isEmpty()) {
        return catalog;
      }
    } catch (InvalidDefinitionException refused) {
      refused.problems().stream().filter(this::certain).forEach(problems::add);
    }
    throw refusal();
  }

  private InvalidDefinitionException refusal() {
    return new InvalidDefinitionException(
        problems.subList(0, Math.min(problems.size(), Findings.MOST)));
  }

  private boolean certain(Problem problem) {
    return complete || !UNCERTAIN.contains(problem.code());
  }

  private void read(List<YamlNode> documents, DefinitionFile file, Findings findings) {
    complete &= findings.none();
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
    if (header.isEmpty()) {
      if (at.findings().none()) {
        builder.other(at.other());
      } else {
        refuse(at.root(), at.findings());
      }
    }
  }

  private void refuse(YamlNode document, Findings findings) {
    complete = false;
    DocumentReader.checkForm(document, findings);
  }

  private void read(Header header, LocatedDocument at) {
    switch (header.kind()) {
      case ENVIRONMENT ->
          read(EnvironmentDocument.class, EnvironmentMapper::map, builder::environment, header, at);
      case PRODUCT -> read(ProductDocument.class, ProductMapper::map, builder::product, header, at);
      case PROMOTION_FLOW -> read(FlowDocument.class, FlowMapper::map, builder::flow, header, at);
      case PROMOTION_POLICY ->
          read(PolicyDocument.class, PolicyMapper::map, builder::policy, header, at);
      case PROMOTION_TEMPLATE ->
          read(TemplateDocument.class, TemplateMapper::map, builder::template, header, at);
      case APPLICATION -> {
        if (ApplicationMapper.ofProduct(at.root())) {
          read(ApplicationDocument.class, ApplicationMapper::map, builder::application, header, at);
        } else {
          builder.other(at.other());
        }
      }
    }
  }

  private <D, T> void read(
      Class<D> type,
      BiFunction<D, LocatedDocument, Optional<T>> mapper,
      BiConsumer<T, LocatedDocument> definitions,
      Header header,
      LocatedDocument at) {
    Optional<T> definition =
        DocumentReader.read(type, at.root(), header, at.findings())
            .flatMap(document -> mapper.apply(document, at));
    definition.ifPresent(each -> definitions.accept(each, at));
    complete &= definition.isPresent() && at.findings().none();
  }

  private static boolean nothing(YamlNode root) {
    return root instanceof YamlScalar scalar && scalar.isNull();
  }
}
