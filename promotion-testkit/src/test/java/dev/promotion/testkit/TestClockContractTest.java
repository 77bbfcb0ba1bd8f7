package dev.promotion.testkit;

import dev.promotion.port.Clock;

class TestClockContractTest extends ClockContract {

  @Override
  protected Clock newClock() {
    return TestClock.create();
  }
}
