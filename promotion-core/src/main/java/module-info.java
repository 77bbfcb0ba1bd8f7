/** The domain, the decision, the promoter and the ports of Promotion; needs nothing but the JDK. */
module dev.promotion.core {
  requires static transitive org.jspecify;

  exports dev.promotion.catalog;
  exports dev.promotion.environment;
  exports dev.promotion.flow;
  exports dev.promotion.policy;
  exports dev.promotion.port;
  exports dev.promotion.problem;
  exports dev.promotion.product;
  exports dev.promotion.promoter;
  exports dev.promotion.release;
  exports dev.promotion.repository;
  exports dev.promotion.template;
  exports dev.promotion.view;

  uses dev.promotion.port.FileValues;
}
