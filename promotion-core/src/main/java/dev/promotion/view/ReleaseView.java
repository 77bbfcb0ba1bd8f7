package dev.promotion.view;

/** Shows a release as text. */
public final class ReleaseView {
  private ReleaseView() {}
}
