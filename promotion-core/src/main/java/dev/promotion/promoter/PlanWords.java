package dev.promotion.promoter;

import dev.promotion.internal.text.Texts;
import dev.promotion.problem.Problem;
import dev.promotion.promoter.PromotionPlan.ApplicationPlan;
import dev.promotion.promoter.PromotionPlan.EnvironmentPlan;
import dev.promotion.promoter.PromotionPlan.FileChange;
import dev.promotion.promoter.PromotionPlan.ValueChange;
import dev.promotion.release.SourceCommit;
import java.util.List;

/**
 * Writes a plan for people. Whatever comes from files is escaped, so that it cannot command a
 * terminal.
 */
final class PlanWords {

  private static final int LONGEST_VALUE = 80;

  private final PromotionPlan plan;
  private final StringBuilder out = new StringBuilder();

  PlanWords(PromotionPlan plan) {
    this.plan = plan;
  }

  String text() {
    line("product " + plan.product() + ", flow " + plan.flow() + version());
    plan.source().ifPresent(source -> line("source: " + source(source)));
    plan.environments().forEach(this::environment);
    list("warnings:", plan.warnings());
    list("the trigger would be refused:", plan.problems());
    return out.toString();
  }

  private String version() {
    return plan.version().map(version -> ", version " + version).orElse("");
  }

  private static String source(SourceCommit source) {
    return source.application()
        + " at "
        + source.commit().id().abbreviated()
        + " on "
        + source.branch()
        + ", "
        + Texts.quoted(source.commit().subject());
  }

  private void environment(EnvironmentPlan environment) {
    line("");
    line(environment.environment() + ": " + environment.policy());
    environment.applications().forEach(this::application);
  }

  private void application(ApplicationPlan application) {
    int files = application.changes().size();
    String changes = files == 0 ? "nothing to change" : files == 1 ? "1 file" : files + " files";
    line(
        "  "
            + application.application()
            + " on "
            + application.base().branch()
            + " at "
            + application.base().commit().abbreviated()
            + ": "
            + changes);
    application.changes().forEach(this::file);
  }

  private void file(FileChange change) {
    String kind =
        change.before().isEmpty() ? " (new)" : change.after().isEmpty() ? " (deleted)" : "";
    line("    " + change.path() + kind);
    change.values().forEach(this::value);
    change.diff().lines().forEach(each -> line("      " + Texts.escaped(each)));
  }

  private void value(ValueChange value) {
    line(
        "      "
            + value.place()
            + ": "
            + value.before().map(PlanWords::shown).orElse("(created)")
            + " -> "
            + shown(value.after()));
  }

  private static String shown(String source) {
    return Texts.shortened(Texts.escaped(source.strip()), LONGEST_VALUE);
  }

  private void list(String title, List<Problem> problems) {
    if (!problems.isEmpty()) {
      line("");
      line(title);
      problems.forEach(each -> line("  - " + each));
    }
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
