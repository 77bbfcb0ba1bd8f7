package dev.promotion.benchmarks;

import java.util.Locale;

/** How the applications of a generated repository lie in folders. */
enum Layout {
  /** {@code apps/<team>/<app>}, 50 applications a team: no folder grows large. */
  NESTED,
  /** {@code apps/<app>}: one folder that holds all applications. */
  FLAT;

  private static final int APPS_A_TEAM = 50;

  /** Returns the folder that holds an application's folder. */
  String parent(int app) {
    return this == FLAT ? "apps" : String.format(Locale.ROOT, "apps/team-%03d", app / APPS_A_TEAM);
  }

  /** Returns the name of an application and of its folder; the names sort as the numbers do. */
  String app(int app) {
    return String.format(Locale.ROOT, "app-%05d", app);
  }

  /** Returns how many folders hold the folders of applications. */
  int parents(int apps) {
    return this == FLAT ? 1 : (apps + APPS_A_TEAM - 1) / APPS_A_TEAM;
  }

  /** Returns the name as it is written in options and tables. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
