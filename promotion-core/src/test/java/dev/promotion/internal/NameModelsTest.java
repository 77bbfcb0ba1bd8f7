package dev.promotion.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.fixture.ProofSize;
import dev.promotion.flow.FlowName;
import dev.promotion.flow.WorkflowName;
import dev.promotion.policy.PolicyName;
import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.ProblemCode;
import dev.promotion.product.ApplicationName;
import dev.promotion.product.ProductName;
import dev.promotion.release.ReleaseId;
import dev.promotion.repository.BlobId;
import dev.promotion.repository.BranchName;
import dev.promotion.repository.CommitId;
import dev.promotion.template.TemplateName;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterContainer;

/** Every name and id takes exactly what a pattern takes that was written from its specification. */
@AddLifecycleHook(ProofSize.class)
class NameModelsTest {

  private static final int FEWEST_HITS = 100;
  private static final List<Function<String, String>> NAMES =
      List.of(
          text -> new EnvironmentName(text).value(),
          text -> new FlowName(text).value(),
          text -> new ApplicationName(text).value(),
          text -> new ProductName(text).value(),
          text -> new PolicyName(text).value(),
          text -> new TemplateName(text).value(),
          text -> new WorkflowName(text).value());
  private static final List<Function<String, String>> OBJECT_IDS =
      List.of(text -> new CommitId(text).value(), text -> new BlobId(text).value());
  private static final List<Function<String, String>> RELEASE_IDS =
      List.of(text -> new ReleaseId(text).value());
  private static final List<Function<String, String>> BRANCHES =
      List.of(text -> new BranchName(text).value());

  /** As Kubernetes has it, without the names of devices. */
  private static final Predicate<String> DNS_1123 =
      Pattern.compile(
              "(?!(con|prn|aux|nul|(com|lpt)[1-9])$)(?=.{1,253}$)"
                  + "[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*")
          .asMatchPredicate();

  /** As git-check-ref-format has it for one branch, and no name that reads as something else. */
  private static final Predicate<String> BRANCH =
      Pattern.compile(
              "(?!HEAD$|@$|-|refs/|[0-9a-fA-F]{40}$)(?!.*(\\.\\.|@\\{|\\.$))"
                  + "(?!(.*/)?\\.)(?!.*\\.lock(/|$))"
                  + "[^/ ~^:?*\\[\\\\\\p{Cntrl}\u0085\u200b\ufeff]+"
                  + "(/[^/ ~^:?*\\[\\\\\\p{Cntrl}\u0085\u200b\ufeff]+)*",
              Pattern.DOTALL)
          .asMatchPredicate();

  private static final Map<String, Integer> HITS = new TreeMap<>();

  @Property
  void namesAreThoseOfKubernetes(@ForAll long seed) {
    Random random = new Random(seed);
    String text =
        random(random, "abz019-..A_é\u0000 ", List.of("con", "lpt1", "qa", "x".repeat(252)));

    agree("name", NAMES, DNS_1123, text);
  }

  @Property
  void idsOfGitObjectsAreFortyDigits(@ForAll long seed) {
    Random random = new Random(seed);
    String text = hex(random, 38 + random.nextInt(4));

    agree("object id", OBJECT_IDS, Pattern.compile("[0-9a-f]{40}").asMatchPredicate(), text);
  }

  @Property
  void idsOfReleasesAreTwentyFourDigits(@ForAll long seed) {
    Random random = new Random(seed);
    String text = hex(random, 22 + random.nextInt(4));

    agree("release id", RELEASE_IDS, Pattern.compile("[0-9a-f]{24}").asMatchPredicate(), text);
  }

  @Property
  void branchesAreThoseOfGitThatReadAsNothingElse(@ForAll long seed) {
    Random random = new Random(seed);
    String text =
        random(
            random,
            "ab./@{-~^ :*\\[?\u0000\u007f\u0085\u200b\ufeffé",
            List.of("HEAD", "refs/", ".lock", "main", "a".repeat(40), "heads/", "😀"));

    agree("branch", BRANCHES, BRANCH, text);
  }

  @AfterContainer
  static void bothOutcomesWereReached() {
    System.out.println("names and ids: " + HITS);
    assertThat(HITS).hasSize(8);
    assertThat(HITS.values()).allMatch(times -> times >= FEWEST_HITS);
  }

  private static void agree(
      String kind, List<Function<String, String>> types, Predicate<String> model, String text) {
    boolean right = model.test(text);
    HITS.merge(kind + (right ? " taken" : " refused"), 1, Integer::sum);
    for (Function<String, String> type : types) {
      try {
        assertThat(type.apply(text)).isEqualTo(text);
        assertThat(right).as("taken: '%s'", text).isTrue();
      } catch (InvalidDefinitionException refused) {
        assertThat(right).as("%s", refused.getMessage()).isFalse();
        assertThat(refused.code())
            .isIn(
                ProblemCode.ID_EMPTY,
                ProblemCode.ID_LENGTH,
                ProblemCode.ID_CHARSET,
                ProblemCode.ID_RESERVED,
                ProblemCode.SHA_FORM,
                ProblemCode.REF_NAME);
      }
    }
  }

  /** Letters of an alphabet, of which the first few are likelier, and now and then whole words. */
  private static String random(Random random, String alphabet, List<String> words) {
    StringBuilder text = new StringBuilder();
    int parts = random.nextInt(7);
    for (int part = 0; part < parts; part++) {
      if (random.nextInt(6) == 0) {
        text.append(words.get(random.nextInt(words.size())));
      } else {
        int likely = random.nextInt(8) == 0 ? alphabet.length() : Math.min(6, alphabet.length());
        text.append(alphabet.charAt(random.nextInt(likely)));
      }
    }
    return text.toString();
  }

  private static String hex(Random random, int digits) {
    StringBuilder text = new StringBuilder();
    for (int digit = 0; digit < digits; digit++) {
      text.append("0123456789abcdef".charAt(random.nextInt(16)));
    }
    if (random.nextInt(4) == 0) {
      text.setCharAt(random.nextInt(digits), "AgG/:@`\u0660 ".charAt(random.nextInt(9)));
    }
    return text.toString();
  }
}
