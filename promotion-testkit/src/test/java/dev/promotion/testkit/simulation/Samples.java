package dev.promotion.testkit.simulation;

import dev.promotion.product.Application;
import dev.promotion.repository.BlobId;
import dev.promotion.repository.BranchName;
import dev.promotion.repository.CommitDraft;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.FileEdit;
import dev.promotion.repository.FileMode;
import dev.promotion.repository.Person;
import dev.promotion.repository.RepositoryPath;
import dev.promotion.repository.Revision;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value of each type that a port takes. */
final class Samples {

  private static final BlobId BLOB = new BlobId("1".repeat(40));
  private static final CommitId COMMIT = new CommitId("2".repeat(40));
  private static final RepositoryPath PATH = new RepositoryPath("values.yaml");

  private static final Map<Class<?>, Object> VALUES =
      Map.of(
          BlobId.class,
          BLOB,
          CommitId.class,
          COMMIT,
          RepositoryPath.class,
          PATH,
          Revision.class,
          Revision.HEAD,
          Application.class,
          Application.builder("any")
              .product("any")
              .source("https://git.example.com/any.git", "any", "HEAD")
              .build(),
          CommitDraft.class,
          new CommitDraft(
              new BranchName("main"),
              COMMIT,
              List.of(new FileEdit(PATH, FileMode.REGULAR, BLOB)),
              new Person("Any", "any@example.com"),
              Instant.EPOCH,
              "any"));

  private Samples() {}

  static Object of(Class<?> type) {
    return Optional.ofNullable(VALUES.get(type))
        .orElseThrow(() -> new AssertionError("a port takes a " + type + "; add a sample of it"));
  }
}
