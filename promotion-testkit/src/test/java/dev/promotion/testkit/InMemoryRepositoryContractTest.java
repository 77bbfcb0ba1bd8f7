package dev.promotion.testkit;

class InMemoryRepositoryContractTest extends RepositoryContract {

  @Override
  protected RepositoryFixture newRepository() {
    return new GitMemory();
  }
}
