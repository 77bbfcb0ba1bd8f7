package dev.promotion.promoter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.flow.FlowStep;
import dev.promotion.flow.PromotionFlow;
import dev.promotion.problem.PromotionException;
import dev.promotion.product.Application;
import dev.promotion.product.ApplicationSource;
import dev.promotion.product.ProductName;
import dev.promotion.release.Actor;
import dev.promotion.release.Cargo;
import dev.promotion.release.RecordedEvent;
import dev.promotion.release.Release;
import dev.promotion.release.ReleaseEvent.ReleaseStarted;
import dev.promotion.release.ReleaseId;
import dev.promotion.release.ReleasePlan;
import dev.promotion.release.SourceCommit;
import dev.promotion.release.Target;
import dev.promotion.release.Version;
import dev.promotion.repository.BranchHead;
import dev.promotion.repository.BranchName;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.CommitInfo;
import dev.promotion.repository.Person;
import dev.promotion.repository.RepositoryPath;
import dev.promotion.repository.RepositoryUrl;
import dev.promotion.repository.Revision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Words of others in the message of a commit: none of them may be taken for a trailer of ours. */
public final class MessageTarget {

  private static final ReleaseId ID = new ReleaseId("0123456789abcdef01234567");
  private static final CommitId COMMIT = new CommitId("c".repeat(40));
  private static final RepositoryUrl URL = new RepositoryUrl("https://git.example.com/acme/shop");
  private static final Target TARGET =
      new Target(
          new EnvironmentName("qa"),
          application("shop-qa"),
          new BranchHead(new BranchName("main"), COMMIT));

  private MessageTarget() {}

  /** Writes a text into every place of a message that others fill. */
  public static void read(String text) {
    String[] lines = CommitMessage.of(release(text), TARGET).split("\n", -1);

    assertThat(lines.length).isBetween(8, 10);
    assertThat(lines[0]).startsWith("promote shop ").endsWith(" to qa");
    assertThat(lines[1]).isEmpty();
    if (lines.length == 10) {
      assertThat(lines[2]).startsWith("> ").hasSizeLessThan(500);
      assertThat(lines[3]).isEmpty();
    }
    assertThat(List.of(lines).subList(lines.length - 6, lines.length - 1))
        .containsExactly(
            "Promotion-Release: " + ID,
            "Promotion-Environment: qa",
            "Promotion-Application: shop-qa",
            "Promotion-Source-Commit: " + COMMIT,
            "Promotion-Record: 1 " + release(text).seal());
    assertThat(String.join("", lines).codePoints()).noneMatch(Character::isISOControl);
  }

  /** Returns a release that begins with a text in every place that others fill. */
  public static Release release(String text) {
    return Release.replay(
        List.of(RecordedEvent.first(Instant.EPOCH, new ReleaseStarted(ID, plan(text)))));
  }

  private static ReleasePlan plan(String text) {
    return new ReleasePlan(
        new ProductName("shop"),
        PromotionFlow.of("flow", "dev", FlowStep.of("qa", "dev")),
        new Actor("alice"),
        version(text),
        new SourceCommit(
            application("shop-dev"),
            new BranchName("main"),
            new CommitInfo(COMMIT, text, text, Instant.EPOCH)),
        new Cargo(URL, List.of()),
        List.of(TARGET),
        Duration.ZERO,
        new Person("promotion", "promotion@example.com"),
        List.of());
  }

  private static Version version(String text) {
    try {
      return new Version(text);
    } catch (PromotionException refused) {
      return new Version("1");
    }
  }

  private static Application application(String name) {
    return Application.builder(name)
        .product("shop")
        .source(new ApplicationSource(URL, RepositoryPath.ROOT, Revision.HEAD))
        .build();
  }
}
