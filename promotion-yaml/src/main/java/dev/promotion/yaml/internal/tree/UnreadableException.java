package dev.promotion.yaml.internal.tree;

import dev.promotion.yaml.internal.finding.Finding;

/** Thrown where a text stops to be YAML; never leaves this package. */
final class UnreadableException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Finding finding;

  UnreadableException(Finding finding) {
    super(finding.message());
    this.finding = finding;
  }

  Finding finding() {
    return finding;
  }
}
