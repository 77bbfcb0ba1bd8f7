package dev.promotion.promoter;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.internal.text.UnifiedDiff;
import dev.promotion.policy.EffectivePolicy;
import dev.promotion.port.FileValues;
import dev.promotion.port.PortException;
import dev.promotion.port.Repositories;
import dev.promotion.port.Repository;
import dev.promotion.port.ValuesRefusedException;
import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.Problem;
import dev.promotion.product.ApplicationSource;
import dev.promotion.promoter.PromotionPlan.ApplicationPlan;
import dev.promotion.promoter.PromotionPlan.EnvironmentPlan;
import dev.promotion.promoter.PromotionPlan.FileChange;
import dev.promotion.promoter.PromotionPlan.ValueChange;
import dev.promotion.release.Cargo;
import dev.promotion.release.ReleasePlan;
import dev.promotion.release.Target;
import dev.promotion.repository.BlobId;
import dev.promotion.repository.FileEdit;
import dev.promotion.repository.FileEntry;
import dev.promotion.repository.RepositoryPath;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Shows what a release that was checked would change. Reads only; used once. */
final class Preview {

  private static final int MOST_BYTES = 1_000_000;

  private final Repositories repositories;
  private final FileValues editor;
  private final Trigger trigger;
  private final Checked checked;
  private final List<Problem> problems;

  Preview(Repositories repositories, FileValues editor, Trigger trigger, Checked checked) {
    this.repositories = repositories;
    this.editor = editor;
    this.trigger = trigger;
    this.checked = checked;
    this.problems = new ArrayList<>(checked.problems());
  }

  PromotionPlan plan() {
    List<EnvironmentPlan> environments = new ArrayList<>();
    for (Map.Entry<EnvironmentName, EffectivePolicy> each : checked.policies().entrySet()) {
      environments.add(
          new EnvironmentPlan(each.getKey(), each.getValue(), applications(each.getKey())));
    }
    return new PromotionPlan(
        trigger.product(),
        trigger.flow(),
        checked.plan().map(ReleasePlan::source),
        checked.plan().map(ReleasePlan::version),
        environments,
        problems,
        checked.warnings());
  }

  private List<ApplicationPlan> applications(EnvironmentName environment) {
    List<ApplicationPlan> applications = new ArrayList<>();
    if (checked.plan().isPresent()) {
      ReleasePlan plan = checked.plan().get();
      plan.targets().stream()
          .filter(target -> target.environment().equals(environment))
          .map(
              target ->
                  new ApplicationPlan(
                      target.application().name(), target.planned(), changes(plan, target)))
          .forEach(applications::add);
    }
    return applications;
  }

  /** What cannot be put in its place is a problem already; the other targets are shown. */
  private List<FileChange> changes(ReleasePlan plan, Target target) {
    Cargo cargo = plan.cargoOf(target);
    ApplicationSource source = target.application().source();
    try {
      Repository repository = repositories.repository(source.repository());
      ApplicationFiles files =
          new ApplicationFiles(repository, editor, source.path(), target.planned().commit());
      Changes changes = files.changes(cargo);
      Repository origin = repositories.repository(cargo.repository());
      Stream<FileChange> set =
          changes.edits().stream()
              .map(
                  edit ->
                      change(
                          edit, files, cargo, repository, changes.or(origin).content(edit.blob())));
      Stream<FileChange> deleted =
          changes.removed().stream().map(path -> deletion(path, files, repository));
      return Stream.concat(set, deleted).sorted(Comparator.comparing(FileChange::path)).toList();
    } catch (ValuesRefusedException | InvalidDefinitionException refused) {
      return List.of();
    } catch (PortException fault) {
      problems.add(fault.problem().within(Notes.place(target.application())));
      return List.of();
    }
  }

  private FileChange change(
      FileEdit edit, ApplicationFiles files, Cargo cargo, Repository repository, byte[] after) {
    Optional<BlobId> before = files.entry(edit.path()).map(FileEntry::id);
    byte[] now = before.map(repository::content).orElse(new byte[0]);
    List<ValueChange> values = files.values(edit.path(), cargo);
    return new FileChange(edit.path(), before, Optional.of(edit.blob()), values, diff(now, after));
  }

  private static FileChange deletion(
      RepositoryPath path, ApplicationFiles files, Repository repository) {
    Optional<BlobId> before = files.entry(path).map(FileEntry::id);
    byte[] now = before.map(repository::content).orElse(new byte[0]);
    return new FileChange(path, before, Optional.empty(), List.of(), diff(now, new byte[0]));
  }

  private static String diff(byte[] before, byte[] after) {
    if (SecretManifest.isIn(before) || SecretManifest.isIn(after)) {
      return "(not shown: holds a Secret; " + before.length + " to " + after.length + " bytes)";
    }
    Optional<String> from = text(before);
    Optional<String> to = text(after);
    return from.isPresent() && to.isPresent()
        ? UnifiedDiff.of(from.get(), to.get())
        : "(not shown: no text, or too large; " + before.length + " to " + after.length + " bytes)";
  }

  private static Optional<String> text(byte[] content) {
    if (content.length > MOST_BYTES) {
      return Optional.empty();
    }
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      return Optional.of(text).filter(each -> each.indexOf('\0') < 0);
    } catch (CharacterCodingException binary) {
      return Optional.empty();
    }
  }
}
