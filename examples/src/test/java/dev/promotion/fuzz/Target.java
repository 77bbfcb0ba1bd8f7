package dev.promotion.fuzz;

import dev.promotion.problem.PromotionException;
import java.io.IOException;

/**
 * Something that reads what others wrote. It answers, or throws a {@link PromotionException} or,
 * inside an adapter, an {@link IOException} that the adapter turns into one; all else is a bug.
 */
@FunctionalInterface
public interface Target {

  /** Reads an input, and checks what must hold of every answer. */
  void read(byte[] input) throws IOException;
}
