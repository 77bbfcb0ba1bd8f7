package dev.promotion.yaml;

import dev.promotion.port.FileValues;
import dev.promotion.port.FoundValues;
import dev.promotion.port.ValuesRefusedException;
import dev.promotion.release.PromotedValue;
import dev.promotion.repository.RepositoryPath;
import dev.promotion.template.JsonPath;
import dev.promotion.yaml.internal.filevalues.ValueSearch;
import dev.promotion.yaml.internal.values.ValueEditor;
import dev.promotion.yaml.internal.values.ValueFile;
import dev.promotion.yaml.internal.values.ValueFormat;
import java.util.List;

/**
 * Values in YAML and JSON files, by JSONPath (RFC 9535). A file whose name ends in {@code .json} is
 * JSON, any other is YAML. Thread-safe.
 *
 * <p>A promoter finds it by itself where this library is on the class path or module path; {@link
 * PromotionYaml#fileValues()} gives it to anybody else.
 */
public final class YamlFileValues implements FileValues {

  /** Creates what reads and changes values; service loaders need it. */
  public YamlFileValues() {}

  @Override
  public FoundValues find(RepositoryPath file, byte[] content, List<JsonPath> paths) {
    try {
      return ValueSearch.find(ValueFile.read(content, ValueFormat.of(file.value())), paths);
    } catch (ValuesRefusedException refused) {
      return new FoundValues(List.of(), refused.problems(), List.of());
    }
  }

  @Override
  public byte[] put(RepositoryPath file, byte[] content, List<PromotedValue> values) {
    return ValueEditor.put(content, ValueFormat.of(file.value()), values);
  }
}
