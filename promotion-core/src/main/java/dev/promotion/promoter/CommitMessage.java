package dev.promotion.promoter;

import dev.promotion.internal.text.Texts;
import dev.promotion.release.Anchor;
import dev.promotion.release.Release;
import dev.promotion.release.ReleasePlan;
import dev.promotion.release.Target;

/**
 * Writes the message of a promotion commit: what was promoted where, the words of the source commit
 * as a quotation, and trailers that name release, environment, application, source commit and the
 * newest record of the release, which makes the commit a witness of all that was recorded before.
 *
 * <p>The trailers are a paragraph of their own at the very end, and every line from outside begins
 * with {@code >}, so nothing from outside can be taken for a trailer, or come after ours.
 */
final class CommitMessage {

  private static final int LONGEST_QUOTATION = 200;

  private CommitMessage() {}

  static String of(Release release, Target target) {
    ReleasePlan plan = release.plan();
    return "promote "
        + plan.product()
        + " "
        + plan.version()
        + " to "
        + target.environment()
        + "\n\n"
        + quotation(plan.source().commit().subject())
        + "Promotion-Release: "
        + release.id()
        + "\n"
        + "Promotion-Environment: "
        + target.environment()
        + "\n"
        + "Promotion-Application: "
        + target.application()
        + "\n"
        + "Promotion-Source-Commit: "
        + plan.source().commit().id()
        + "\n"
        + "Promotion-Record: "
        + new Anchor(release.version(), release.seal())
        + "\n";
  }

  private static String quotation(String subject) {
    String line = Texts.escaped(subject).strip();
    return line.isEmpty() ? "" : "> " + Texts.shortened(line, LONGEST_QUOTATION) + "\n\n";
  }
}
