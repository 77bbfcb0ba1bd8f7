package dev.promotion.benchmarks;

import java.util.List;
import java.util.SplittableRandom;

/** Draws promotions of a repository at random; the same seed always draws the same ones. */
final class Promotions {

  private final Layout layout;
  private final int apps;
  private final SplittableRandom random;
  private int drawn;

  Promotions(RepositorySize size, long seed) {
    layout = size.layout();
    apps = size.apps();
    random = new SplittableRandom(seed);
  }

  Promotion next() {
    int app = random.nextInt(apps);
    List<String> environments = SampleFiles.ENVIRONMENTS;
    String environment = environments.get(random.nextInt(environments.size()));
    return new Promotion(++drawn, layout.parent(app) + "/" + layout.app(app) + "/" + environment);
  }
}
