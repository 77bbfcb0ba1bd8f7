package dev.promotion.template;

import static java.util.Objects.requireNonNull;

/**
 * Says what is promoted of the applications that have certain labels.
 *
 * @param name its name, unique in a catalog
 * @param selector the applications that it is for
 * @param priority its place among the templates that match: the lowest number goes first
 * @param content what it says
 */
public record PromotionTemplate(
    TemplateName name, LabelSelector selector, int priority, TemplateContent content) {

  /** Checks that nothing is missing. */
  public PromotionTemplate {
    requireNonNull(name, "name");
    requireNonNull(selector, "selector");
    requireNonNull(content, "content");
  }

  /** Returns the name. */
  @Override
  public String toString() {
    return name.value();
  }
}
