package dev.promotion.view;

import static java.util.Objects.requireNonNull;

import dev.promotion.release.Release;
import dev.promotion.release.ReleaseStatus;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Says why a release is where it is: what it waits for, since when, until when, and what would move
 * it on.
 *
 * @param release the release
 * @param at the instant for which it is said
 * @param waits everything that is waited for, in the order of the flow; empty if and only if
 *     nothing can follow any more
 */
public record Explanation(Release release, Instant at, List<Wait> waits) {

  /** Copies the waits. */
  public Explanation {
    requireNonNull(release, "release");
    requireNonNull(at, "at");
    waits = List.copyOf(waits);
  }

  /**
   * Explains a release.
   *
   * @param release a release
   * @param at the present
   * @return what it waits for
   */
  public static Explanation of(Release release, Instant at) {
    return new Explanation(release, at, new Waits(release).all());
  }

  /**
   * Tells it in words.
   *
   * @return a line for the release, and one for each wait, without a line break at the end
   */
  public String text() {
    StringBuilder text = new StringBuilder(heading());
    waits.forEach(each -> text.append("\n  ").append(each.text(at)));
    return text.toString();
  }

  private String heading() {
    String name = release.product() + " " + release.plan().version() + " (" + release.flow() + ") ";
    ReleaseStatus status = release.status();
    String reason = release.reason().map(why -> ": " + why.message()).orElse("");
    if (!status.isEnd()) {
      return name + "is " + status.name().toLowerCase(Locale.ROOT) + reason + "; it waits";
    }
    String ended = name + status.name().toLowerCase(Locale.ROOT) + reason;
    return waits.isEmpty() ? ended : ended + "; it is still watched";
  }
}
