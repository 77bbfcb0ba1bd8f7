package dev.promotion.benchmarks;

import dev.promotion.git.Durability;
import dev.promotion.git.GitRepositories;
import dev.promotion.port.Repositories;
import dev.promotion.repository.RepositoryUrl;
import java.nio.file.Path;

/** The adapter that is measured, with and without forcing its writes to the disk. */
final class Ports implements AutoCloseable {

  private final Path folder;
  private final GitRepositories durable;
  private final GitRepositories notDurable;

  /** Opens the repositories below a folder. */
  Ports(Path folder) {
    this.folder = folder;
    durable = GitRepositories.open(folder);
    notDurable = GitRepositories.builder().folder(folder).durability(Durability.PROCESS).build();
  }

  Path folder() {
    return folder;
  }

  Repositories repositories(boolean forced) {
    return forced ? durable : notDurable;
  }

  /** Returns the address of a repository below the folder. */
  RepositoryUrl url(Path repository) {
    return new RepositoryUrl("https://localhost/" + folder.relativize(repository));
  }

  @Override
  public void close() {
    durable.close();
    notDurable.close();
  }
}
