package dev.promotion.flow;

/** What is done to bring the promoted values to an environment ({@code policy.action}). */
public enum PromotionAction {
  /** A commit on the branch that is deployed ({@code commit}). */
  COMMIT,
  /** A pull request, whose merge is waited for ({@code pr}). */
  PULL_REQUEST,
  /** Nothing: a workflow before it does the work ({@code none}). */
  NONE
}
