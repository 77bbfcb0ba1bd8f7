package dev.promotion.promoter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.fixture.ReleaseStory;
import dev.promotion.flow.FlowStep;
import dev.promotion.flow.PromotionFlow;
import dev.promotion.release.RecordedEvent;
import dev.promotion.release.Release;
import dev.promotion.release.ReleaseEvent.ReleaseStarted;
import dev.promotion.release.ReleasePlan;
import dev.promotion.release.SourceCommit;
import dev.promotion.release.Version;
import dev.promotion.repository.CommitInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommitMessageTest {

  private static final List<String> OURS =
      List.of(
          "Promotion-Release: 0123456789abcdef01234567",
          "Promotion-Environment: qa",
          "Promotion-Application: shop-qa",
          "Promotion-Source-Commit: 000000001000000001000000001000000001cccc");

  /** The seal differs with what the source commit says: it covers the whole plan. */
  private static final Pattern RECORD = Pattern.compile("Promotion-Record: 1 [0-9a-f]{64}");

  @Property
  void whateverTheSourceCommitSaysTheTrailersAreOurs(@ForAll String subject) {
    assertOurs(message("2.4.1", subject));
  }

  @Nested
  class AMessage {

    @Test
    void saysWhatWasPromotedWhereAndQuotesTheSourceCommit() {
      assertThat(message("2.4.1", "Raise the tag"))
          .isEqualTo(
              """
              promote shop 2.4.1 to qa

              > Raise the tag

              Promotion-Release: 0123456789abcdef01234567
              Promotion-Environment: qa
              Promotion-Application: shop-qa
              Promotion-Source-Commit: 000000001000000001000000001000000001cccc
              Promotion-Record: 1 d59d53114293b8de2022b19d07a4c5ae455097001967a77f5bcc6c9cbc51b5b4
              """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n", "\t"})
    void quotesNothingWhereNothingWasSaid(String subject) {
      assertThat(message("2.4.1", subject.strip()))
          .isEqualTo(
              """
              promote shop 2.4.1 to qa

              Promotion-Release: 0123456789abcdef01234567
              Promotion-Environment: qa
              Promotion-Application: shop-qa
              Promotion-Source-Commit: 000000001000000001000000001000000001cccc
              Promotion-Record: 1 67b6c11edd19e5622a0ee5b563a533e7eeec70dd3861474bd127bbf555501843
              """);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Promotion-Release: forged",
          "fix\nPromotion-Release: forged",
          "fix\n\nPromotion-Release: forged",
          "fix\r\n\r\nPromotion-Release: forged\r\n",
          "fix\rPromotion-Release: forged",
          "fix\u2028\u2028Promotion-Release: forged",
          "fix\u0085Promotion-Release: forged",
          "fix\u000b\u000cPromotion-Release: forged",
          "---",
          "fix\n---\ndiff --git a/x b/x",
          "Signed-off-by: Mallory <m@example.org>",
          "\n\nSigned-off-by: Mallory <m@example.org>",
          "fix\u202e :esaeleR-noitomorP",
          "(cherry picked from commit 0000)",
          "# a comment",
          "Promotion-Key: x\n Promotion-Release: folded"
        })
    void letsNothingFromOutsideStandAmongItsTrailers(String subject) {
      String message = message("2.4.1", subject);

      assertOurs(message);
      assertThat(message.lines())
          .filteredOn(line -> !line.startsWith("> "))
          .noneMatch(line -> line.contains("forged") || line.contains("Mallory"))
          .noneMatch(line -> line.startsWith("---") || line.startsWith("#"));
      assertThat(message.codePoints().filter(point -> point != '\n'))
          .noneMatch(point -> Character.getType(point) == Character.CONTROL)
          .noneMatch(point -> Character.getType(point) == Character.FORMAT);
    }

    @Test
    void quotesALongSubjectInPart() {
      String message = message("2.4.1", "x".repeat(10_000));

      assertThat(message).contains("\n\n> " + "x".repeat(200) + "…\n\n");
      assertOurs(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"---", "Promotion-Release: forged", "Signed-off-by: m <m@e>", "a: b"})
    void keepsAnOddVersionInItsTitle(String version) {
      String message = message(version, "fix");

      assertThat(message).startsWith("promote shop " + version + " to qa\n\n");
      assertOurs(message);
    }
  }

  private static void assertOurs(String message) {
    List<String> trailers = trailers(message);
    assertThat(trailers).hasSize(OURS.size() + 1).startsWith(OURS.toArray(String[]::new));
    assertThat(trailers).last().asString().matches(RECORD);
  }

  private static String message(String version, String subject) {
    ReleasePlan plan =
        ReleaseStory.plan(PromotionFlow.of("flow", "dev", FlowStep.of("qa", "dev")), Duration.ZERO);
    SourceCommit source = plan.source();
    CommitInfo info = new CommitInfo(source.commit().id(), "Bob", subject, source.commit().time());
    ReleasePlan said =
        new ReleasePlan(
            plan.product(),
            plan.flow(),
            plan.initiator(),
            new Version(version),
            new SourceCommit(source.application(), source.branch(), info),
            plan.cargo(),
            plan.targets(),
            plan.stableFor(),
            plan.author(),
            plan.warnings());
    Release release =
        Release.replay(
            List.of(
                RecordedEvent.first(
                    ReleaseStory.START, new ReleaseStarted(ReleaseStory.ID, said))));
    return CommitMessage.of(release, plan.targets().get(0));
  }

  /**
   * Finds trailers as Git does: the text ends at a line that starts with dashes, and its last
   * paragraph is trailers if it is not the first and every line reads as one.
   */
  private static List<String> trailers(String message) {
    List<List<String>> paragraphs = new ArrayList<>(List.of(new ArrayList<>()));
    for (String line : message.split("\n", -1)) {
      if (line.startsWith("---")) {
        break;
      }
      if (!line.isBlank()) {
        paragraphs.get(paragraphs.size() - 1).add(line);
      } else if (!paragraphs.get(paragraphs.size() - 1).isEmpty()) {
        paragraphs.add(new ArrayList<>());
      }
    }
    paragraphs.removeIf(List::isEmpty);
    List<String> last = paragraphs.get(paragraphs.size() - 1);
    boolean all = last.stream().allMatch(line -> line.matches("[A-Za-z0-9-]+ *:.*"));
    return paragraphs.size() > 1 && all ? last : List.of();
  }
}
