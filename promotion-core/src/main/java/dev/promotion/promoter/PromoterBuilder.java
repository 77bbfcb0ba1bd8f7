package dev.promotion.promoter;

import static java.util.Objects.requireNonNull;

import dev.promotion.catalog.Catalog;
import dev.promotion.flow.PromotionFlow;
import dev.promotion.port.Clock;
import dev.promotion.port.FileValues;
import dev.promotion.port.Health;
import dev.promotion.port.ReleaseIds;
import dev.promotion.port.ReleaseStore;
import dev.promotion.port.Repositories;
import dev.promotion.release.Release;
import dev.promotion.repository.Person;
import java.time.Duration;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Consumer;

/**
 * Puts a promoter together. Catalog, repositories and health are needed; everything else has a
 * default. Not thread-safe.
 */
public final class PromoterBuilder {

  ReleaseStore store = ReleaseStore.inMemory();
  Clock clock = Clock.system();
  ReleaseIds ids = ReleaseIds.random();
  Person author = new Person("Promotion", "promotion@localhost");
  Duration stableFor = Duration.ofSeconds(5);
  Duration poll = Duration.ofSeconds(2);
  Consumer<Release> listener = release -> {};
  private Optional<Catalog> catalog = Optional.empty();
  private Optional<Repositories> repositories = Optional.empty();
  private Optional<Health> health = Optional.empty();
  private Optional<FileValues> fileValues = Optional.empty();

  PromoterBuilder() {}

  /**
   * Sets the definitions; required.
   *
   * @param catalog environments, products, applications and flows
   * @return this builder
   */
  public PromoterBuilder catalog(Catalog catalog) {
    this.catalog = Optional.of(requireNonNull(catalog, "catalog"));
    return this;
  }

  /**
   * Sets where the repositories are; required.
   *
   * @param repositories an adapter for Git
   * @return this builder
   */
  public PromoterBuilder repositories(Repositories repositories) {
    this.repositories = Optional.of(requireNonNull(repositories, "repositories"));
    return this;
  }

  /**
   * Sets who tells what applications run and how they are; required.
   *
   * @param health an adapter for the cluster
   * @return this builder
   */
  public PromoterBuilder health(Health health) {
    this.health = Optional.of(requireNonNull(health, "health"));
    return this;
  }

  /**
   * Sets who reads and changes values inside files. By default the implementation that a service
   * loader finds, as {@code promotion-yaml} provides one; without any only whole files are
   * promoted.
   *
   * @param fileValues an adapter that knows the formats of the files
   * @return this builder
   */
  public PromoterBuilder fileValues(FileValues fileValues) {
    this.fileValues = Optional.of(requireNonNull(fileValues, "fileValues"));
    return this;
  }

  /**
   * Sets where releases are kept. By default they are kept in memory and forgotten when the process
   * ends.
   *
   * @param store a store
   * @return this builder
   */
  public PromoterBuilder store(ReleaseStore store) {
    this.store = requireNonNull(store, "store");
    return this;
  }

  /**
   * Sets the clock. By default that of the machine.
   *
   * @param clock a clock
   * @return this builder
   */
  public PromoterBuilder clock(Clock clock) {
    this.clock = requireNonNull(clock, "clock");
    return this;
  }

  /**
   * Sets who gives releases their ids. By default they are random.
   *
   * @param ids a source of ids
   * @return this builder
   */
  public PromoterBuilder ids(ReleaseIds ids) {
    this.ids = requireNonNull(ids, "ids");
    return this;
  }

  /**
   * Sets author and committer of the commits. By default {@code Promotion <promotion@localhost>}.
   *
   * @param author who signs the commits
   * @return this builder
   */
  public PromoterBuilder author(Person author) {
    this.author = requireNonNull(author, "author");
    return this;
  }

  /**
   * Sets how long an application must stay healthy before it counts as healthy. By default 5
   * seconds. A release keeps the value that it started with.
   *
   * @param window zero or more, at most {@link PromotionFlow#LONGEST_TIMEOUT}
   * @return this builder
   * @throws IllegalArgumentException if it is outside that range
   */
  public PromoterBuilder stableFor(Duration window) {
    this.stableFor = within("stableFor", Duration.ZERO, window);
    return this;
  }

  /**
   * Sets how often a release that waits is looked at. By default every 2 seconds. Where nothing
   * happens for long it is looked at more rarely, down to once a minute.
   *
   * @param interval at least a millisecond, at most {@link PromotionFlow#LONGEST_TIMEOUT}
   * @return this builder
   * @throws IllegalArgumentException if it is outside that range
   */
  public PromoterBuilder pollEvery(Duration interval) {
    this.poll = within("pollEvery", Duration.ofMillis(1), interval);
    return this;
  }

  /**
   * Sets who is told of every change of a release that this promoter makes. What the listener
   * throws is logged and changes nothing; it is called in the thread that drives the release, so it
   * must be quick.
   *
   * @param listener takes the release after each change
   * @return this builder
   */
  public PromoterBuilder onChange(Consumer<Release> listener) {
    this.listener = requireNonNull(listener, "listener");
    return this;
  }

  /**
   * Creates the promoter.
   *
   * @return the promoter
   * @throws IllegalStateException if catalog, repositories or health were not set
   */
  public SequentialPromoter build() {
    return new SequentialPromoter(this);
  }

  Catalog catalog() {
    return needed(catalog, "catalog");
  }

  Repositories repositories() {
    return needed(repositories, "repositories");
  }

  Health health() {
    return needed(health, "health");
  }

  FileValues fileValues() {
    return fileValues
        .or(() -> ServiceLoader.load(FileValues.class).findFirst())
        .orElseGet(NoFileValues::new);
  }

  private static Duration within(String name, Duration least, Duration value) {
    Duration most = PromotionFlow.LONGEST_TIMEOUT;
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          name + " is " + value + ", but must be from " + least + " to " + most);
    }
    return value;
  }

  private static <T> T needed(Optional<T> part, String name) {
    return part.orElseThrow(() -> new IllegalStateException("the promoter needs " + name));
  }
}
