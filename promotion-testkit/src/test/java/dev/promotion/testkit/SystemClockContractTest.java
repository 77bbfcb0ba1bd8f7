package dev.promotion.testkit;

import dev.promotion.port.Clock;

class SystemClockContractTest extends ClockContract {

  @Override
  protected Clock newClock() {
    return Clock.system();
  }
}
