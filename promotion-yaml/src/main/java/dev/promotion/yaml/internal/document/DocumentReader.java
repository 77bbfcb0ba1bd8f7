package dev.promotion.yaml.internal.document;

import dev.promotion.yaml.internal.finding.FieldPath;
import dev.promotion.yaml.internal.finding.Findings;
import dev.promotion.yaml.internal.tree.YamlMapping;
import dev.promotion.yaml.internal.tree.YamlNode;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the trees of documents into records, adding all that is wrong with them. */
public final class DocumentReader {

  private static final ObjectMapper MAPPER = YAMLMapper.builder().build();

  private DocumentReader() {}

  /**
   * Reads a document. What is wrong with it is added to the findings; a field that could not be
   * read is missing in the record then.
   *
   * @return the record, or empty where the document as a whole was refused
   */
  public static <T> Optional<T> read(
      Class<T> type, YamlMapping root, Header header, Findings findings) {
    Reading reading = new Reading(header.apiVersion(), findings);
    JsonNode json = header.kind().shape().read(root, FieldPath.ROOT, reading);
    Optional<T> document = Optional.ofNullable(MAPPER.treeToValue(json, type));
    document.ifPresent(each -> Rules.check(each, root, findings));
    return document;
  }

  /** Refuses in any value, of whatever kind, what YAML can do and a definition must not. */
  public static void checkForm(YamlNode node, Findings findings) {
    new AnyShape().read(node, FieldPath.ROOT, new Reading("", findings));
  }
}
