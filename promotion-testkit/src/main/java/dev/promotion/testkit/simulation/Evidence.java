package dev.promotion.testkit.simulation;

import dev.promotion.port.ApplicationStatus;
import dev.promotion.port.HealthStatus;
import dev.promotion.port.SyncStatus;
import dev.promotion.product.Application;
import dev.promotion.product.ApplicationName;
import dev.promotion.release.CargoFile;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.RepositoryPath;
import dev.promotion.testkit.InMemoryRepositories;
import dev.promotion.testkit.InMemoryRepository;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the cluster really told of each application, and when. Not thread-safe. */
final class Evidence {

  private final InMemoryRepositories repositories;
  private final Map<ApplicationName, List<ApplicationStatus>> told = new HashMap<>();

  Evidence(InMemoryRepositories repositories) {
    this.repositories = repositories;
  }

  void add(Application application, Optional<ApplicationStatus> status) {
    status.ifPresent(
        each -> told.computeIfAbsent(application.name(), key -> new ArrayList<>()).add(each));
  }

  /** Returns when an application was seen healthy at a revision with what was promoted. */
  List<Instant> of(Application application, CommitId expected, List<CargoFile> cargo) {
    Map<CommitId, Boolean> judged = new HashMap<>();
    return told.getOrDefault(application.name(), List.of()).stream()
        .filter(each -> each.sync() == SyncStatus.SYNCED)
        .filter(each -> each.health() == HealthStatus.HEALTHY)
        .filter(ApplicationStatus::observedAfterSync)
        .filter(each -> each.revision().isPresent())
        .filter(
            each ->
                judged.computeIfAbsent(
                    each.revision().get(), found -> holds(application, found, expected, cargo)))
        .map(ApplicationStatus::observedAt)
        .toList();
  }

  private boolean holds(
      Application application, CommitId revision, CommitId expected, List<CargoFile> cargo) {
    InMemoryRepository repository = repositories.repository(application.source().repository());
    return repository.contains(revision, expected)
        && (revision.equals(expected)
            || holds(repository, revision, application.source().path(), cargo));
  }

  /** Tells whether a folder holds files as they were promoted. */
  static boolean holds(
      InMemoryRepository repository,
      CommitId commit,
      RepositoryPath folder,
      List<CargoFile> cargo) {
    Set<String> there = new HashSet<>();
    repository
        .files(commit, folder)
        .forEach(file -> there.add(file.path() + " " + file.mode() + " " + file.id()));
    return cargo.stream()
        .allMatch(file -> there.contains(file.path() + " " + file.mode() + " " + file.blob()));
  }
}
