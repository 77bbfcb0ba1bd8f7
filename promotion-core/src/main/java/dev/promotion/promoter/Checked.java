package dev.promotion.promoter;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.policy.EffectivePolicy;
import dev.promotion.problem.Problem;
import dev.promotion.release.ReleasePlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the check of a trigger came to.
 *
 * @param policies what holds for the environments of the flow, in its order
 * @param plan the plan of the release, as far as it could be made
 * @param problems what stands against the release
 * @param warnings what should be known
 */
record Checked(
    Map<EnvironmentName, EffectivePolicy> policies,
    Optional<ReleasePlan> plan,
    List<Problem> problems,
    List<Problem> warnings) {}
