package dev.promotion.release;

import static dev.promotion.fixture.ReleaseStory.commit;
import static dev.promotion.fixture.ReleaseStory.intent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.fixture.ProofSize;
import dev.promotion.fixture.ReleaseStory;
import dev.promotion.flow.FlowStep;
import dev.promotion.flow.PromotionFlow;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.product.ApplicationName;
import dev.promotion.release.ReleaseEvent.ApplicationFailed;
import dev.promotion.release.ReleaseEvent.ApplicationHealthy;
import dev.promotion.release.ReleaseEvent.ApplicationSucceeded;
import dev.promotion.release.ReleaseEvent.ApplicationWaiting;
import dev.promotion.release.ReleaseEvent.CommitAbandoned;
import dev.promotion.release.ReleaseEvent.CommitIntended;
import dev.promotion.release.ReleaseEvent.CommitLanded;
import dev.promotion.release.ReleaseEvent.DeadlinePassed;
import dev.promotion.release.ReleaseEvent.DoubtSettled;
import dev.promotion.release.ReleaseEvent.EnvironmentStarted;
import dev.promotion.release.ReleaseEvent.NothingToChange;
import dev.promotion.release.ReleaseEvent.ReleaseEnded;
import dev.promotion.release.ReleaseEvent.TerminationRequested;
import dev.promotion.repository.CommitId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterContainer;

/** A release takes exactly the events that the model takes, and comes to the same. */
@AddLifecycleHook(ProofSize.class)
class ReleaseModelTest {

  private static final int STEPS = 35;
  private static final int FEWEST_HITS = 20;
  private static final int KINDS = 14;
  private static final Problem REASON = new Problem(ProblemCode.DEGRADED, "", "is degraded");
  private static final List<ReleasePlan> PLANS =
      List.of(
          ReleaseStory.plan(
              PromotionFlow.of("one", "dev", FlowStep.of("qa", "dev")), Duration.ZERO),
          ReleaseStory.plan(
              PromotionFlow.of("two", "dev", FlowStep.of("qa", "dev")), Duration.ZERO, "qa"),
          ReleaseStory.plan(
              PromotionFlow.of(
                  "diamond",
                  "dev",
                  FlowStep.of("eu", "dev"),
                  FlowStep.of("us", "dev"),
                  FlowStep.of("last", "eu", "us")),
              Duration.ZERO,
              "us"));

  /** How often an event of each kind was offered to a release in each state. */
  private static final Map<String, Integer> HITS = new TreeMap<>();

  @Property
  void releaseAndModelAgreeAtEveryStep(@ForAll long seed) {
    Random random = new Random(seed);
    ReleasePlan plan = PLANS.get(random.nextInt(PLANS.size()));
    Release release = ReleaseStory.of(plan).release();
    ReleaseModel model = new ReleaseModel(plan);
    boolean careless = random.nextInt(4) == 0;

    for (int step = 0; step < STEPS; step++) {
      ReleaseEvent event = event(release, random, careless);
      String before = release.status() + " " + event.getClass().getSimpleName();
      boolean taken = model.take(event);
      HITS.merge(before + (taken ? " taken" : " refused"), 1, Integer::sum);
      release = applied(release, event, taken);
      if ((taken || step == STEPS - 1) && !words(release).equals(model.words())) {
        fail(event + " led to " + words(release) + ", not " + model.words());
      }
    }
  }

  @AfterContainer
  static void everyEventWasOfferedInEveryState() {
    Map<String, Integer> pairs = new TreeMap<>();
    HITS.forEach(
        (key, hits) -> pairs.merge(key.replaceAll(" (taken|refused)$", ""), hits, Integer::sum));

    System.out.println(
        "release model: "
            + pairs.values().stream().mapToInt(Integer::intValue).sum()
            + " events in "
            + pairs.size()
            + " pairs of state and kind, each at least "
            + Collections.min(pairs.values())
            + " times");
    assertThat(pairs).hasSize(5 * KINDS);
    assertThat(pairs.values()).allMatch(hits -> hits >= FEWEST_HITS);
    assertThat(
            HITS.entrySet().stream()
                .filter(each -> each.getKey().endsWith(" taken") && each.getValue() >= FEWEST_HITS)
                .map(each -> each.getKey().replaceFirst("^\\S+ (\\S+) .*", "$1"))
                .distinct())
        .as("kinds that were taken in some state")
        .hasSize(KINDS - 1);
  }

  private static Release applied(Release release, ReleaseEvent event, boolean legal) {
    try {
      Release next =
          release.apply(
              new RecordedEvent(release.version() + 1, release.changedAt(), event, release.seal()));
      return legal ? next : fail(event + " was taken in " + words(release));
    } catch (IllegalStateException | IllegalArgumentException refused) {
      return legal ? fail(event + " in " + words(release) + ": " + refused) : release;
    }
  }

  private static String words(Release release) {
    StringBuilder words = new StringBuilder(release.status().name());
    for (EnvironmentProgress environment : release.environments()) {
      words.append("; ").append(environment.name()).append(' ').append(environment.status());
      for (ApplicationProgress each : environment.applications()) {
        words
            .append(", ")
            .append(each.application())
            .append(' ')
            .append(each.phase())
            .append(' ')
            .append(each.intents().size())
            .append(each.isInDoubt() ? " in doubt" : "");
      }
    }
    return words.toString();
  }

  /** What leads on, most of the time; else any event about any application. */
  private static ReleaseEvent event(Release release, Random random, boolean careless) {
    EnvironmentProgress environment = any(release.environments(), random);
    ApplicationProgress progress = any(environment.applications(), random);
    EnvironmentName at = environment.name();
    ApplicationName of = progress.application().name();
    int attempts = progress.intents().size();
    int doubts = random.nextInt(6) / 3;
    Optional<CommitId> landed =
        random.nextBoolean() ? Optional.empty() : Optional.of(commit(101 + random.nextInt(3)));
    List<Supplier<ReleaseEvent>> usual =
        List.of(
            () -> new EnvironmentStarted(at),
            () -> new CommitIntended(at, of, intent(attempts + 1)),
            () -> new CommitLanded(at, of, commit(100 + Math.max(1, attempts))),
            () -> new ApplicationHealthy(at, of, commit(2), release.changedAt()),
            () -> new ApplicationSucceeded(at, of),
            () -> new ReleaseEnded(ReleaseStatus.SUCCEEDED, REASON, doubts));
    List<Supplier<ReleaseEvent>> unusual =
        List.of(
            () -> release.events().get(0).event(),
            () -> new EnvironmentStarted(new EnvironmentName("nowhere")),
            () -> new CommitIntended(at, of, intent(1 + random.nextInt(4))),
            () -> new CommitLanded(at, of, commit(101 + random.nextInt(3))),
            () -> new CommitLanded(at, new ApplicationName("none"), commit(101)),
            () -> new CommitAbandoned(at, of),
            () -> new NothingToChange(at, of, commit(2)),
            () -> new ApplicationWaiting(at, of, REASON),
            () -> new ApplicationFailed(at, of, REASON),
            () -> new TerminationRequested(new Actor("carol"), "too risky"),
            DeadlinePassed::new,
            () -> new DoubtSettled(at, of, landed, doubts),
            () -> new ReleaseEnded(ReleaseStatus.FAILED, REASON, doubts),
            () -> new ReleaseEnded(ReleaseStatus.TERMINATED, REASON, doubts));
    boolean ended = release.status().isEnd();
    List<ReleaseEvent> helpful = helpful(release);
    boolean odd =
        ended
            ? random.nextInt(helpful.isEmpty() ? 6 : 3) > 0
            : random.nextInt(careless ? 2 : 20) == 0;
    return odd || helpful.isEmpty() || random.nextInt(5) == 0
        ? any(odd ? unusual : usual, random).get()
        : any(helpful, random);
  }

  private static List<ReleaseEvent> helpful(Release release) {
    List<ReleaseEvent> events = new ArrayList<>();
    boolean done = true;
    for (EnvironmentProgress environment : release.environments()) {
      done &= environment.status().isEnd();
      if (environment.status() == EnvironmentStatus.PENDING) {
        events.add(new EnvironmentStarted(environment.name()));
      }
      for (ApplicationProgress each : environment.applications()) {
        EnvironmentName at = environment.name();
        ApplicationName of = each.application().name();
        int attempts = each.intents().size();
        switch (each.phase()) {
          case PENDING -> {
            if (environment.status() == EnvironmentStatus.RUNNING) {
              events.add(new CommitIntended(at, of, intent(1)));
            }
          }
          case COMMITTING -> {
            events.add(new CommitLanded(at, of, commit(100 + attempts)));
            events.add(new CommitAbandoned(at, of));
            events.add(new ApplicationFailed(at, of, REASON));
          }
          case SYNCING ->
              events.add(new ApplicationHealthy(at, of, commit(2), release.changedAt()));
          case STABILIZING -> events.add(new ApplicationSucceeded(at, of));
          case SUCCEEDED -> {}
          case FAILED, STOPPED -> {
            if (each.isInDoubt() && release.status().isEnd()) {
              events.add(new DoubtSettled(at, of, Optional.empty(), 0));
              events.add(new DoubtSettled(at, of, Optional.empty(), 1));
              events.add(new DoubtSettled(at, of, Optional.of(commit(101)), 0));
              events.add(new DoubtSettled(at, of, Optional.of(commit(101)), 1));
            }
          }
        }
      }
    }
    if (done && !release.status().isEnd()) {
      events.add(new ReleaseEnded(ReleaseStatus.SUCCEEDED, REASON));
      events.add(new ReleaseEnded(ReleaseStatus.FAILED, REASON, 0));
      events.add(new ReleaseEnded(ReleaseStatus.FAILED, REASON, 1));
    }
    return events;
  }

  private static <T> T any(List<T> values, Random random) {
    return values.get(random.nextInt(values.size()));
  }
}
