package dev.promotion.testkit.simulation;

import dev.promotion.port.ApplicationStatus;
import dev.promotion.port.HealthStatus;
import dev.promotion.port.SyncStatus;
import dev.promotion.product.Application;
import dev.promotion.product.ApplicationName;
import dev.promotion.release.Cargo;
import dev.promotion.repository.CommitId;
import dev.promotion.testkit.InMemoryRepositories;
import dev.promotion.testkit.InMemoryRepository;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the cluster really told of each application, and when. Not thread-safe. */
final class Evidence {

  private final InMemoryRepositories repositories;
  private final Map<ApplicationName, List<ApplicationStatus>> told = new HashMap<>();

  private final CargoCheck check;

  Evidence(InMemoryRepositories repositories, CargoCheck check) {
    this.repositories = repositories;
    this.check = check;
  }

  void add(Application application, Optional<ApplicationStatus> status) {
    status.ifPresent(
        each -> told.computeIfAbsent(application.name(), key -> new ArrayList<>()).add(each));
  }

  /** Returns when an application was seen healthy at a revision with what was promoted. */
  List<Instant> of(Application application, CommitId expected, List<Cargo> cargos) {
    Map<CommitId, Boolean> judged = new HashMap<>();
    return told.getOrDefault(application.name(), List.of()).stream()
        .filter(each -> each.sync() == SyncStatus.SYNCED)
        .filter(each -> each.health() == HealthStatus.HEALTHY)
        .filter(ApplicationStatus::observedAfterSync)
        .filter(each -> each.revision().isPresent())
        .filter(
            each ->
                judged.computeIfAbsent(
                    each.revision().get(), found -> holds(application, found, expected, cargos)))
        .map(ApplicationStatus::observedAt)
        .toList();
  }

  private boolean holds(
      Application application, CommitId revision, CommitId expected, List<Cargo> cargos) {
    InMemoryRepository repository = repositories.repository(application.source().repository());
    return repository.contains(revision, expected)
        && (revision.equals(expected)
            || cargos.stream()
                .allMatch(
                    each -> check.holds(repository, revision, application.source().path(), each)));
  }
}
