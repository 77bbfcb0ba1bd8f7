/** Writes promoted values to Git repositories. */
module dev.promotion.git {
  requires transitive dev.promotion.core;
  requires org.eclipse.jgit;
  requires static transitive org.jspecify;

  exports dev.promotion.git;
}
