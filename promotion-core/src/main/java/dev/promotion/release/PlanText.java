package dev.promotion.release;

import dev.promotion.internal.json.JsonReader;
import dev.promotion.internal.json.JsonWriter;
import dev.promotion.product.Application;
import dev.promotion.product.ApplicationSource;
import dev.promotion.product.Destination;
import dev.promotion.product.ProductName;
import dev.promotion.repository.BlobId;
import dev.promotion.repository.BranchHead;
import dev.promotion.repository.CommitInfo;
import dev.promotion.repository.FileMode;
import dev.promotion.repository.RepositoryPath;
import dev.promotion.repository.RepositoryUrl;
import dev.promotion.repository.Revision;
import dev.promotion.template.NormalizedPath;
import java.util.List;
import java.util.Optional;

/** The plan of a release as its record has it. */
final class PlanText {

  /** What becomes of a place that a target does not have. */
  private enum Missing {
    CREATED,
    REFUSED
  }

  private PlanText() {}

  static void write(JsonWriter json, ReleasePlan plan) {
    json.text("product", plan.product().value())
        .object("flow", plan.flow(), FlowText::write)
        .text("initiator", plan.initiator().name())
        .text("version", plan.version().value())
        .object("source", plan.source(), PlanText::source)
        .object("cargo", plan.cargo(), PlanText::cargo)
        .list("targets", plan.targets(), PlanText::target)
        .text("stableFor", plan.stableFor().toString())
        .object("author", plan.author(), Words::person)
        .list("warnings", plan.warnings(), Words::problem);
  }

  static ReleasePlan read(JsonReader json) {
    return new ReleasePlan(
        new ProductName(json.text("product")),
        json.object("flow", FlowText::read),
        new Actor(json.text("initiator")),
        new Version(json.text("version")),
        json.object("source", PlanText::source),
        json.object("cargo", PlanText::cargo),
        json.list("targets", PlanText::target),
        Words.duration(json, "stableFor"),
        json.object("author", Words::person),
        json.list("warnings", Words::fieldsOfProblem));
  }

  private static void source(JsonWriter json, SourceCommit source) {
    json.object("application", source.application(), PlanText::application)
        .text("branch", source.branch().value())
        .object("commit", source.commit(), PlanText::commit);
  }

  private static SourceCommit source(JsonReader json) {
    return new SourceCommit(
        json.object("application", PlanText::application),
        Words.branch(json),
        json.object("commit", PlanText::commit));
  }

  private static void commit(JsonWriter json, CommitInfo commit) {
    json.text("id", commit.id().value())
        .text("author", commit.author())
        .text("subject", commit.subject())
        .text("time", commit.time().toString());
  }

  private static CommitInfo commit(JsonReader json) {
    return new CommitInfo(
        Words.commit(json, "id"),
        json.text("author"),
        json.text("subject"),
        Words.instant(json, "time"));
  }

  private static void cargo(JsonWriter json, Cargo cargo) {
    json.text("repository", cargo.repository().value())
        .list("files", cargo.files(), PlanText::file);
    if (!cargo.values().isEmpty()) {
      json.list("values", cargo.values(), PlanText::values);
    }
    Words.paths(json, "removed", cargo.removed());
  }

  private static Cargo cargo(JsonReader json) {
    return new Cargo(
        new RepositoryUrl(json.text("repository")),
        json.list("files", PlanText::file),
        json.has("values") ? Words.notEmpty(json.list("values", PlanText::values)) : List.of(),
        Words.paths(json, "removed"));
  }

  private static void values(JsonWriter json, CargoValues values) {
    json.text("path", values.path().value()).list("values", values.values(), PlanText::value);
  }

  private static CargoValues values(JsonReader json) {
    return new CargoValues(
        new RepositoryPath(json.text("path")), json.list("values", PlanText::value));
  }

  private static void value(JsonWriter json, PromotedValue value) {
    json.text("place", value.place().text())
        .text("source", value.source())
        .text("missing", (value.create() ? Missing.CREATED : Missing.REFUSED).name());
  }

  private static PromotedValue value(JsonReader json) {
    return new PromotedValue(
        new NormalizedPath(json.text("place")),
        json.text("source"),
        Words.constant(json, "missing", Missing.class) == Missing.CREATED);
  }

  private static void file(JsonWriter json, CargoFile file) {
    json.text("path", file.path().value())
        .text("mode", file.mode().name())
        .text("blob", file.blob().value());
  }

  private static CargoFile file(JsonReader json) {
    return new CargoFile(
        new RepositoryPath(json.text("path")),
        Words.constant(json, "mode", FileMode.class),
        new BlobId(json.text("blob")));
  }

  private static void target(JsonWriter json, Target target) {
    json.text("environment", target.environment().value())
        .object("application", target.application(), PlanText::application)
        .text("branch", target.planned().branch().value())
        .text("commit", target.planned().commit().value());
    target.ownCargo().ifPresent(cargo -> json.object("cargo", cargo, PlanText::cargo));
  }

  private static Target target(JsonReader json) {
    return new Target(
        Words.environment(json),
        json.object("application", PlanText::application),
        new BranchHead(Words.branch(json), Words.commit(json, "commit")),
        json.has("cargo") ? Optional.of(json.object("cargo", PlanText::cargo)) : Optional.empty());
  }

  private static void application(JsonWriter json, Application application) {
    json.text("name", application.name().value())
        .text("product", application.product().value())
        .text("repository", application.source().repository().value())
        .text("path", application.source().path().value())
        .text("revision", application.source().revision().value())
        .text("cluster", application.destination().cluster())
        .text("namespace", application.destination().namespace());
    application
        .declaredEnvironment()
        .ifPresent(environment -> json.text("environment", environment.value()));
    Words.labels(json, application.labels());
  }

  private static Application application(JsonReader json) {
    Application.Builder builder =
        Application.builder(json.text("name"))
            .product(json.text("product"))
            .source(
                new ApplicationSource(
                    new RepositoryUrl(json.text("repository")),
                    new RepositoryPath(json.text("path")),
                    new Revision(json.text("revision"))))
            .destination(new Destination(json.text("cluster"), json.text("namespace")));
    if (json.has("environment")) {
      builder.environment(json.text("environment"));
    }
    return builder.labels(Words.labels(json)).build();
  }
}
