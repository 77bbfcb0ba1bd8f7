package dev.promotion.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What most tools do: clone, edit, commit, push, with a fresh clone for each promotion. */
final class CloneStrategy implements Strategy {

  /** How much is cloned. */
  enum Depth {
    /** The newest commit, with all its files. */
    SHALLOW("git clone --depth 1, push"),
    /** All commits and folders, but only the files of one folder. */
    SPARSE("git clone, blobless sparse, push");

    private final String title;

    Depth(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }
  }

  private final Depth depth;
  private final GitProcess git;
  private final Path repository;
  private final WorkFolder work;
  private Path clone;

  CloneStrategy(Depth depth, GitProcess git, Path repository, WorkFolder work) {
    this.depth = depth;
    this.git = git;
    this.repository = repository;
    this.work = work;
    this.clone = work.next();
  }

  @Override
  public String name() {
    return depth.title;
  }

  @Override
  public Path repository() {
    return repository;
  }

  @Override
  public void prepare(Promotion promotion) {
    clone = work.next();
  }

  @Override
  public void promote(Promotion promotion) throws IOException {
    String url = "file://" + repository.toAbsolutePath();
    if (depth == Depth.SHALLOW) {
      git.run(repository, "clone", "--quiet", "--depth", "1", url, clone.toString());
    } else {
      git.run(
          repository, "clone", "--quiet", "--filter=blob:none", "--sparse", url, clone.toString());
      git.run(clone, "sparse-checkout", "set", promotion.folder());
    }
    List<String> add = new ArrayList<>(List.of("add", "--"));
    for (String file : Promotion.FILES) {
      Path path = clone.resolve(promotion.path(file));
      Files.write(path, promotion.edit(Files.readAllBytes(path)));
      add.add(promotion.path(file));
    }
    git.run(clone, add.toArray(String[]::new));
    git.commit(clone, promotion);
    git.run(clone, "push", "--quiet");
  }

  @Override
  public void tidy() throws IOException {
    work.done(clone);
  }
}
