package dev.promotion.promoter;

import dev.promotion.internal.Digests;
import dev.promotion.release.ReleaseId;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Makes the id of a release of the key of its trigger, so that a repeated trigger finds it. */
final class KeyedId {

  private static final int BYTES = 12;

  private KeyedId() {}

  static ReleaseId of(Trigger trigger, String key) {
    String text = trigger.flow() + "\n" + trigger.product() + "\n" + key;
    byte[] hash = Digests.sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    return new ReleaseId(HexFormat.of().formatHex(hash, 0, BYTES));
  }
}
