package dev.promotion.promoter;

import static java.util.Objects.requireNonNull;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.flow.FlowName;
import dev.promotion.policy.EffectivePolicy;
import dev.promotion.problem.Problem;
import dev.promotion.product.ApplicationName;
import dev.promotion.product.ProductName;
import dev.promotion.release.SourceCommit;
import dev.promotion.release.Version;
import dev.promotion.repository.BlobId;
import dev.promotion.repository.BranchHead;
import dev.promotion.repository.RepositoryPath;
import dev.promotion.template.NormalizedPath;
import java.util.List;
import java.util.Optional;

/**
 * What a trigger would do now, worked out by the same code that a release uses, with nothing
 * written: every file and value that would change, which policy holds where, and what is missing.
 * Its {@link #toString} is a text for people. The diffs show the contents of files, so it belongs
 * where those may be seen.
 *
 * <p>A commit that is made later has exactly the contents that are shown, as long as its branch is
 * where it was. If others change other files or values meanwhile, those changes stay; if they
 * change what is promoted, nothing is written.
 *
 * @param product the product
 * @param flow the flow
 * @param source where the cargo was read; empty if that could not be told
 * @param version what the release would be called; empty if there is no source
 * @param environments the environments of the flow, in its order; empty if the flow or the product
 *     is not known
 * @param problems everything for which the trigger would be refused; empty if it would start
 * @param warnings what should be known
 */
public record PromotionPlan(
    ProductName product,
    FlowName flow,
    Optional<SourceCommit> source,
    Optional<Version> version,
    List<EnvironmentPlan> environments,
    List<Problem> problems,
    List<Problem> warnings) {

  /**
   * What would happen in an environment.
   *
   * @param environment its name
   * @param policy how it is promoted to, with who supplied each setting
   * @param applications the applications that would be promoted to; none in the trigger environment
   */
  public record EnvironmentPlan(
      EnvironmentName environment, EffectivePolicy policy, List<ApplicationPlan> applications) {

    /** Copies the applications. */
    public EnvironmentPlan {
      requireNonNull(environment, "environment");
      requireNonNull(policy, "policy");
      applications = List.copyOf(applications);
    }
  }

  /**
   * What would change for an application.
   *
   * @param application its name
   * @param base the branch that would get a commit, and where it is now
   * @param changes the files, in the order of their paths; empty if nothing has to change
   */
  public record ApplicationPlan(
      ApplicationName application, BranchHead base, List<FileChange> changes) {

    /** Copies the changes. */
    public ApplicationPlan {
      requireNonNull(application, "application");
      requireNonNull(base, "base");
      changes = List.copyOf(changes);
    }
  }

  /**
   * How a file would change.
   *
   * @param path the file, from the root of the repository
   * @param before its content now; empty if the file is new
   * @param after the content that the commit would give it; empty if the file would be deleted
   * @param values the promoted values in it that differ; empty if the whole file is promoted
   * @param diff the change of its text in unified format; empty if only its mode changes, and one
   *     line of words if it is no text, too large to be shown, or holds a Secret of Kubernetes
   */
  public record FileChange(
      RepositoryPath path,
      Optional<BlobId> before,
      Optional<BlobId> after,
      List<ValueChange> values,
      String diff) {

    /** Copies the values. */
    public FileChange {
      requireNonNull(path, "path");
      requireNonNull(before, "before");
      requireNonNull(after, "after");
      values = List.copyOf(values);
      requireNonNull(diff, "diff");
    }
  }

  /**
   * How a value would change.
   *
   * @param place where it stands
   * @param before how it is written now; empty if it would be created
   * @param after how it would be written
   */
  public record ValueChange(NormalizedPath place, Optional<String> before, String after) {

    /** Checks that nothing is missing. */
    public ValueChange {
      requireNonNull(place, "place");
      requireNonNull(before, "before");
      requireNonNull(after, "after");
    }
  }

  /** Copies the lists. */
  public PromotionPlan {
    requireNonNull(product, "product");
    requireNonNull(flow, "flow");
    requireNonNull(source, "source");
    requireNonNull(version, "version");
    environments = List.copyOf(environments);
    problems = List.copyOf(problems);
    warnings = List.copyOf(warnings);
  }

  /**
   * Tells whether the trigger would start a release.
   *
   * @return whether there is no problem
   */
  public boolean isReady() {
    return problems.isEmpty();
  }

  /** Returns the plan as a text of several lines, for people. */
  @Override
  public String toString() {
    return new PlanWords(this).text();
  }
}
