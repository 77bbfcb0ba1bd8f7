/** In-memory adapters, a simulated cluster and a contract test for each port. */
module dev.promotion.testkit {
  requires transitive dev.promotion.core;
  requires transitive org.assertj.core;
  requires transitive org.junit.jupiter.api;
  requires static transitive org.jspecify;
  requires org.junit.jupiter.params;

  exports dev.promotion.testkit;
  exports dev.promotion.testkit.fault;
  exports dev.promotion.testkit.simulation;

  opens dev.promotion.testkit to
      org.junit.platform.commons;

  uses dev.promotion.port.FileValues;
}
