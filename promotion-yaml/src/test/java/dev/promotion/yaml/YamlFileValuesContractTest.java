package dev.promotion.yaml;

import dev.promotion.port.FileValues;
import dev.promotion.testkit.FileValuesContract;

class YamlFileValuesContractTest extends FileValuesContract {

  @Override
  protected FileValues newFileValues() {
    return PromotionYaml.fileValues();
  }
}
