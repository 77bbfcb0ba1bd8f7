package dev.promotion.promoter;

import static java.util.Objects.requireNonNull;

import dev.promotion.flow.FlowName;
import dev.promotion.product.ApplicationName;
import dev.promotion.product.ProductName;
import dev.promotion.release.Actor;
import dev.promotion.release.Version;
import dev.promotion.repository.CommitId;
import java.util.Optional;

/**
 * The wish to promote a product through a flow: {@code
 * Trigger.flow("three-env-promotion").product("cf-101").by("alice")}. Immutable.
 */
public final class Trigger {

  private record Parts(
      FlowName flow,
      ProductName product,
      Actor initiator,
      Optional<ApplicationName> application,
      Optional<CommitId> commit,
      Optional<Version> version,
      Optional<String> key) {}

  private final Parts parts;

  private Trigger(Parts parts) {
    this.parts = parts;
  }

  /**
   * Names the flow.
   *
   * @param flow the name of a flow of the catalog
   * @return what is to be completed with product and initiator
   * @throws dev.promotion.problem.InvalidDefinitionException if it cannot be a name
   */
  public static OfFlow flow(String flow) {
    return new OfFlow(new FlowName(flow));
  }

  /**
   * Names the application of the trigger environment whose files are promoted. Needed only where
   * the environment has several.
   *
   * @param application the name of an application
   * @return a trigger with it
   * @throws dev.promotion.problem.InvalidDefinitionException if it cannot be a name
   */
  public Trigger application(String application) {
    return new Trigger(
        new Parts(
            parts.flow,
            parts.product,
            parts.initiator,
            Optional.of(new ApplicationName(application)),
            parts.commit,
            parts.version,
            parts.key));
  }

  /**
   * Names the commit whose files are promoted; it must be on the branch of the application. Without
   * it the newest is taken.
   *
   * @param commit the full id of a commit
   * @return a trigger with it
   * @throws dev.promotion.problem.InvalidDefinitionException if it is not a full id
   */
  public Trigger commit(String commit) {
    return new Trigger(
        new Parts(
            parts.flow,
            parts.product,
            parts.initiator,
            parts.application,
            Optional.of(new CommitId(commit)),
            parts.version,
            parts.key));
  }

  /**
   * Says what people call the thing that is promoted. Without it that is the short id of the
   * trigger commit.
   *
   * @param version one line
   * @return a trigger with it
   * @throws dev.promotion.problem.InvalidDefinitionException if it is not one visible line
   */
  public Trigger version(String version) {
    return new Trigger(
        new Parts(
            parts.flow,
            parts.product,
            parts.initiator,
            parts.application,
            parts.commit,
            Optional.of(new Version(version)),
            parts.key));
  }

  /**
   * Makes the trigger safe to repeat: two with the same flow, product and key start one release,
   * whichever process gets them, whatever was lost in between.
   *
   * @param key any text that is the caller's own for this wish, such as the id of a build
   * @return a trigger with it
   */
  public Trigger key(String key) {
    requireNonNull(key, "key");
    return new Trigger(
        new Parts(
            parts.flow,
            parts.product,
            parts.initiator,
            parts.application,
            parts.commit,
            parts.version,
            Optional.of(key)));
  }

  FlowName flow() {
    return parts.flow;
  }

  ProductName product() {
    return parts.product;
  }

  Actor initiator() {
    return parts.initiator;
  }

  Optional<ApplicationName> application() {
    return parts.application;
  }

  Optional<CommitId> commit() {
    return parts.commit;
  }

  Optional<Version> version() {
    return parts.version;
  }

  Optional<String> key() {
    return parts.key;
  }

  /** Returns flow, product and initiator in one line. */
  @Override
  public String toString() {
    return "flow " + parts.flow + ", product " + parts.product + ", by " + parts.initiator;
  }

  /** A trigger whose product is still to be named. */
  public static final class OfFlow {

    private final FlowName flow;

    private OfFlow(FlowName flow) {
      this.flow = flow;
    }

    /**
     * Names the product.
     *
     * @param product the name of a product of the catalog
     * @return what is to be completed with the initiator
     * @throws dev.promotion.problem.InvalidDefinitionException if it cannot be a name
     */
    public OfProduct product(String product) {
      return new OfProduct(flow, new ProductName(product));
    }
  }

  /** A trigger whose initiator is still to be named. */
  public static final class OfProduct {

    private final FlowName flow;
    private final ProductName product;

    private OfProduct(FlowName flow, ProductName product) {
      this.flow = flow;
      this.product = product;
    }

    /**
     * Names who asks.
     *
     * @param initiator one line, such as a login
     * @return the trigger
     * @throws dev.promotion.problem.InvalidDefinitionException if it is not one visible line
     */
    public Trigger by(String initiator) {
      return new Trigger(
          new Parts(
              flow,
              product,
              new Actor(initiator),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty()));
    }
  }
}
