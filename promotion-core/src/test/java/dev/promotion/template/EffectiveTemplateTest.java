package dev.promotion.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.repository.RepositoryPath;
import dev.promotion.template.EffectiveTemplate.Supplied;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EffectiveTemplateTest {

  private static final Map<String, String> LABELS = Map.of("team", "a");
  private static final LabelSelector TEAM = LabelSelector.of(LABELS, List.of());
  private static final VersionSource CHART = version("Chart.yaml");
  private static final PromotedFile TAG = PromotedFile.of("values.yaml", "$.image.tag");
  private static final PromotedFile IMAGE = PromotedFile.of("values.yaml", "$.image");
  private static final PromotedFile APP = PromotedFile.of("Chart.yaml", "$.appVersion");

  @Test
  void theLowestNumberWinsFileByFileAndTheOthersAdd() {
    PromotionTemplate base = template("base", 2, TEAM, Optional.of(CHART), IMAGE, APP);
    PromotionTemplate first = template("first", -1, TEAM, Optional.empty(), TAG);
    PromotionTemplate other =
        template("other", -5, LabelSelector.of(Map.of("team", "b"), List.of()), Optional.empty());

    EffectiveTemplate merged = matching(base, first, other);

    assertThat(merged.files()).containsExactly(from("base", APP), from("first", TAG));
    assertThat(merged.versionSource()).hasValue(from("base", CHART));
    assertThat(merged.warnings()).isEmpty();
    assertThat(merged.promotesEverything()).isFalse();
  }

  @Test
  void aTieGoesToTheFirstByNameWithAWarning() {
    PromotionTemplate a = template("a", 1, TEAM, Optional.of(CHART), TAG);
    PromotionTemplate b = template("b", 1, TEAM, Optional.of(version("version.yaml")), IMAGE, APP);

    EffectiveTemplate merged = matching(b, a);

    assertThat(merged.files()).containsExactly(from("b", APP), from("a", TAG));
    assertThat(merged.versionSource()).hasValue(from("a", CHART));
    assertThat(merged.warnings())
        .extracting(Problem::toString)
        .containsExactly(
            "application shop: templates a and b have the same priority 1 and differ in"
                + " versionSource; a goes first by its name; give them different priorities"
                + " [TEMPLATE_TIE]",
            "application shop: templates a and b have the same priority 1 and differ in promotion"
                + " of values.yaml; a goes first by its name; give them different priorities"
                + " [TEMPLATE_TIE]");
  }

  @Test
  void thereIsNoTieWhereBothSayTheSameOrPrioritiesDecide() {
    PromotionTemplate a = template("a", 1, TEAM, Optional.of(CHART), TAG);

    assertThat(matching(a, template("b", 1, TEAM, Optional.of(CHART), TAG)).warnings()).isEmpty();
    assertThat(matching(a, template("b", 2, TEAM, Optional.empty(), IMAGE)).warnings()).isEmpty();
  }

  @Test
  void everythingIsPromotedWhereNoTemplateNamesFiles() {
    EffectiveTemplate merged = matching(template("a", 1, TEAM, Optional.of(CHART)));

    assertThat(merged.promotesEverything()).isTrue();
    assertThat(matching().promotesEverything()).isTrue();
    assertThat(matching().versionSource()).isEmpty();
  }

  @Test
  void aProductOrTheTemplateThatItNamesSpeaksAlone() {
    TemplateContent content = new TemplateContent(Optional.of(CHART), List.of(TAG));
    EffectiveTemplate inline = EffectiveTemplate.inline(content);
    PromotionTemplate base = template("base", 2, TEAM, Optional.empty(), APP);

    assertThat(inline.files()).containsExactly(new Supplied<>(TAG, Optional.empty()));
    assertThat(inline.versionSource()).hasValue(new Supplied<>(CHART, Optional.empty()));
    assertThat(EffectiveTemplate.named(base).files()).containsExactly(from("base", APP));
  }

  @Test
  void aContentHasEachFileOnceInOrder() {
    assertThat(TemplateContent.of(TAG, APP).files()).containsExactly(APP, TAG);
    assertThatIllegalArgumentException().isThrownBy(() -> TemplateContent.of(TAG, IMAGE));
  }

  @Test
  void aFileWithoutPathsIsRefused() {
    assertThatExceptionOfType(InvalidDefinitionException.class)
        .isThrownBy(() -> PromotedFile.of("values.yaml"))
        .satisfies(refused -> assertThat(refused.code()).isEqualTo(ProblemCode.VALUES_EMPTY));
  }

  private static EffectiveTemplate matching(PromotionTemplate... templates) {
    return EffectiveTemplate.matching(List.of(templates), "application shop", LABELS);
  }

  private static <T> Supplied<T> from(String template, T value) {
    return new Supplied<>(value, Optional.of(new TemplateName(template)));
  }

  private static VersionSource version(String file) {
    return new VersionSource(new RepositoryPath(file), new JsonPath("$.version"));
  }

  private static PromotionTemplate template(
      String name,
      int priority,
      LabelSelector selector,
      Optional<VersionSource> version,
      PromotedFile... files) {
    return new PromotionTemplate(
        new TemplateName(name), selector, priority, new TemplateContent(version, List.of(files)));
  }
}
