package dev.promotion.testkit;

import dev.promotion.port.ReleaseIds;

class RandomReleaseIdsContractTest extends ReleaseIdsContract {

  @Override
  protected ReleaseIds newIds() {
    return ReleaseIds.random();
  }
}
