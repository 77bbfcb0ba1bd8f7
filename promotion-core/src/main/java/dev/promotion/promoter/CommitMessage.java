package dev.promotion.promoter;

import dev.promotion.internal.text.Texts;
import dev.promotion.release.ReleaseId;
import dev.promotion.release.ReleasePlan;
import dev.promotion.release.Target;

/**
 * Writes the message of a promotion commit: what was promoted where, the words of the source commit
 * as a quotation, and trailers that name release, environment, application and source commit.
 *
 * <p>The trailers are a paragraph of their own at the very end, and every line from outside begins
 * with {@code >}, so nothing from outside can be taken for a trailer, or come after ours.
 */
final class CommitMessage {

  private static final int LONGEST_QUOTATION = 200;

  private CommitMessage() {}

  static String of(ReleaseId release, ReleasePlan plan, Target target) {
    return "promote "
        + plan.product()
        + " "
        + plan.version()
        + " to "
        + target.environment()
        + "\n\n"
        + quotation(plan.source().commit().subject())
        + "Promotion-Release: "
        + release
        + "\n"
        + "Promotion-Environment: "
        + target.environment()
        + "\n"
        + "Promotion-Application: "
        + target.application()
        + "\n"
        + "Promotion-Source-Commit: "
        + plan.source().commit().id()
        + "\n";
  }

  private static String quotation(String subject) {
    String line = Texts.escaped(subject).strip();
    return line.isEmpty() ? "" : "> " + Texts.shortened(line, LONGEST_QUOTATION) + "\n\n";
  }
}
