package dev.promotion.benchmarks;

/**
 * A repository to measure in, as options and tables name it.
 *
 * @param layout how its files lie
 * @param files how many it has
 */
record RepositorySize(Layout layout, int files) {

  int apps() {
    return files / SampleFiles.AN_APP;
  }

  /** Returns how many objects it has when it is generated. */
  int objects() {
    int environments = apps() * SampleFiles.ENVIRONMENTS.size();
    int folderOfAll = layout == Layout.FLAT ? 0 : 1;
    int root = 1;
    int commit = 1;
    return files + environments + apps() + layout.parents(apps()) + folderOfAll + root + commit;
  }

  /** Returns the name in tables and folders. */
  @Override
  public String toString() {
    return layout + "-" + files;
  }
}
