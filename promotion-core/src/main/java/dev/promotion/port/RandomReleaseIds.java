package dev.promotion.port;

import dev.promotion.release.ReleaseId;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Random ids; the one class of the core that draws them. */
final class RandomReleaseIds implements ReleaseIds {

  private static final int BYTES = 12;

  private final SecureRandom random = new SecureRandom();

  @Override
  public ReleaseId next() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new ReleaseId(HexFormat.of().formatHex(bytes));
  }
}
