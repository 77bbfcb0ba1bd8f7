/** The domain, the decision what to do next, the promoter and the ports it needs. */
module dev.promotion.core {
  requires static org.jspecify;
}
