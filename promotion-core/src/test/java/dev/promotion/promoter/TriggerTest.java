package dev.promotion.promoter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.promotion.fixture.ReleaseStory;
import dev.promotion.flow.FlowName;
import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.ProblemCode;
import dev.promotion.product.ApplicationName;
import dev.promotion.product.ProductName;
import dev.promotion.release.Actor;
import dev.promotion.release.ReleaseId;
import dev.promotion.release.Version;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TriggerTest {

  private final Trigger trigger = Trigger.flow("three-env").product("shop").by(" alice ");

  @Test
  void namesFlowProductAndInitiator() {
    assertThat(trigger.flow()).isEqualTo(new FlowName("three-env"));
    assertThat(trigger.product()).isEqualTo(new ProductName("shop"));
    assertThat(trigger.initiator()).isEqualTo(new Actor("alice"));
    assertThat(trigger).hasToString("flow three-env, product shop, by alice");
  }

  @Test
  void leavesTheRestOpen() {
    assertThat(trigger.application()).isEmpty();
    assertThat(trigger.commit()).isEmpty();
    assertThat(trigger.version()).isEmpty();
    assertThat(trigger.key()).isEmpty();
  }

  @Test
  void keepsAllThatWasSaidInWhateverOrder() {
    String commit = ReleaseStory.commit(1).value();

    for (Trigger said :
        new Trigger[] {
          trigger.application("shop-dev").commit(commit).version("2.4.1").key("build 7"),
          trigger.key("build 7").version("2.4.1").commit(commit).application("shop-dev")
        }) {
      assertThat(said.application()).hasValue(new ApplicationName("shop-dev"));
      assertThat(said.commit()).hasValue(ReleaseStory.commit(1));
      assertThat(said.version()).hasValue(new Version("2.4.1"));
      assertThat(said.key()).hasValue("build 7");
      assertThat(said).hasToString(trigger.toString());
    }
  }

  @Test
  void doesNotChange() {
    assertThat(trigger.key("build 7").key()).isPresent();
    assertThat(trigger.key()).isEmpty();
  }

  @Test
  void refusesWhatCannotBe() {
    refused(() -> Trigger.flow("Three Env"), ProblemCode.ID_CHARSET);
    refused(() -> Trigger.flow("f").product(""), ProblemCode.ID_EMPTY);
    refused(() -> Trigger.flow("f").product("p").by("a\nb"), ProblemCode.TEXT_CHARSET);
    refused(() -> trigger.application("-x"), ProblemCode.ID_CHARSET);
    refused(() -> trigger.commit("abc1234"), ProblemCode.SHA_FORM);
    refused(() -> trigger.version(" "), ProblemCode.REQUIRED);
    assertThatNullPointerException().isThrownBy(() -> trigger.key(null)).withMessage("key");
  }

  private static void refused(Runnable attempt, ProblemCode code) {
    assertThatExceptionOfType(InvalidDefinitionException.class)
        .isThrownBy(attempt::run)
        .matches(refused -> refused.code() == code);
  }

  @Nested
  class ItsKey {

    @Test
    void isTheSameIdForTheSameWishInEveryProcess() {
      assertThat(id("three-env", "shop", "build 7"))
          .isEqualTo(id("three-env", "shop", "build 7"))
          .isEqualTo(new ReleaseId("aa6829c7f2827231fd19e94a"));
    }

    @Test
    void isAnotherIdForAnotherFlowProductOrKey() {
      assertThat(id("three-env", "shop", "build 7"))
          .isNotEqualTo(id("three-env", "shop", "build 8"))
          .isNotEqualTo(id("three-env", "bank", "build 7"))
          .isNotEqualTo(id("two-env", "shop", "build 7"));
    }

    @Test
    void mayBeAnyText() {
      assertThat(id("f", "p", "")).isNotEqualTo(id("f", "p", "\n"));
      assertThat(id("f", "p", "ä\0🚀".repeat(1_000))).isNotNull();
    }

    private static ReleaseId id(String flow, String product, String key) {
      return KeyedId.of(Trigger.flow(flow).product(product).by("alice"), key);
    }
  }
}
