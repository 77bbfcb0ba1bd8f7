package dev.promotion.benchmarks;

import java.io.IOException;

/** Takes the objects of a generated repository one by one. */
@FunctionalInterface
interface ObjectSink {

  /** Takes an object and returns its id. */
  byte[] add(ObjectKind kind, byte[] content) throws IOException;
}
