package dev.promotion.testkit;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.problem.ProblemCode;
import dev.promotion.release.ApplicationProgress;
import dev.promotion.release.EnvironmentProgress;
import dev.promotion.release.EnvironmentStatus;
import dev.promotion.release.Release;
import dev.promotion.release.ReleaseStatus;
import dev.promotion.view.ReleaseView;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Asserts what became of a release. A failure shows the release as people see it. */
public final class ReleaseAssert extends AbstractAssert<ReleaseAssert, @Nullable Release> {

  private ReleaseAssert(@Nullable Release actual) {
    super(actual, ReleaseAssert.class);
  }

  /**
   * Starts an assertion.
   *
   * @param actual the release
   * @return what to assert of it
   */
  public static ReleaseAssert assertThat(@Nullable Release actual) {
    return new ReleaseAssert(actual);
  }

  /**
   * Asserts that every environment succeeded.
   *
   * @return this assertion
   */
  public ReleaseAssert succeeded() {
    return hasStatus(ReleaseStatus.SUCCEEDED);
  }

  /**
   * Asserts how far the release is.
   *
   * @param status the status it should have
   * @return this assertion
   */
  public ReleaseAssert hasStatus(ReleaseStatus status) {
    return check(release().status() == status, "a release that is " + word(status));
  }

  /**
   * Asserts that an environment failed.
   *
   * @param environment the name of an environment
   * @return this assertion
   */
  public ReleaseAssert failedIn(String environment) {
    return isIn(environment, EnvironmentStatus.FAILED);
  }

  /**
   * Asserts that an environment failed, and why.
   *
   * @param environment the name of an environment
   * @param code the code of the reason that one of its applications has
   * @return this assertion
   */
  public ReleaseAssert failedIn(String environment, ProblemCode code) {
    failedIn(environment);
    boolean because =
        progress(environment).applications().stream()
            .flatMap(application -> application.reason().stream())
            .anyMatch(reason -> reason.code() == code);
    return check(because, environment + " to fail because of " + code);
  }

  /**
   * Asserts that environments succeeded.
   *
   * @param environments names of environments
   * @return this assertion
   */
  public ReleaseAssert succeededIn(String... environments) {
    Arrays.stream(environments).forEach(each -> isIn(each, EnvironmentStatus.SUCCEEDED));
    return this;
  }

  /**
   * Asserts that nothing was begun in environments.
   *
   * @param environments names of environments
   * @return this assertion
   */
  public ReleaseAssert neverReached(String... environments) {
    for (String each : environments) {
      check(progress(each).startedAt().isEmpty(), each + " never to be reached");
    }
    return this;
  }

  /**
   * Asserts how many commits the release has made in an environment.
   *
   * @param environment the name of an environment
   * @param commits how many
   * @return this assertion
   */
  public ReleaseAssert committedIn(String environment, int commits) {
    List<ApplicationProgress> applications = progress(environment).applications();
    long made = applications.stream().filter(each -> each.commit().isPresent()).count();
    return check(made == commits, commits + " commits in " + environment + ", not " + made);
  }

  private ReleaseAssert isIn(String environment, EnvironmentStatus status) {
    return check(progress(environment).status() == status, environment + " to be " + word(status));
  }

  private EnvironmentProgress progress(String environment) {
    return release().environment(new EnvironmentName(environment));
  }

  private Release release() {
    isNotNull();
    return java.util.Objects.requireNonNull(actual);
  }

  private ReleaseAssert check(boolean holds, String expected) {
    if (!holds) {
      failWithMessage("expected %s, but it is%n%n%s%n", expected, ReleaseView.text(release()));
    }
    return this;
  }

  private static String word(Enum<?> status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
