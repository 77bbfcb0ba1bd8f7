package dev.promotion.testkit;

import dev.promotion.port.FileValues;

class LineFileValuesContractTest extends FileValuesContract {

  @Override
  protected FileValues newFileValues() {
    return new LineFileValues();
  }
}
