package dev.promotion.testkit;

import dev.promotion.port.ReleaseStore;

class InMemoryReleaseStoreContractTest extends ReleaseStoreContract {

  @Override
  protected ReleaseStore newStore() {
    return ReleaseStore.inMemory();
  }
}
