package dev.promotion.jdbc;

import static java.util.Objects.requireNonNull;

import dev.promotion.port.PortException;
import dev.promotion.port.ReleaseStore;
import dev.promotion.port.StaleReleaseException;
import dev.promotion.product.ProductName;
import dev.promotion.release.EventCodec;
import dev.promotion.release.RecordedEvent;
import dev.promotion.release.ReleaseEvent.ReleaseStarted;
import dev.promotion.release.ReleaseId;
import dev.promotion.release.StoredEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/**
 * Keeps releases in a database: in one of the service's own, over a data source, or in a file of
 * this process, for which H2 has to be at hand.
 *
 * <pre>{@code
 * try (JdbcReleaseStore store = JdbcReleaseStore.inFile(Path.of("data/releases"))) {
 *   SequentialPromoter promoter = SequentialPromoter.builder().store(store)...
 * }
 * }</pre>
 *
 * <p>An event that was acknowledged is there for every later read. The tables are made, and brought
 * up to this version, when a store is opened; several processes may do so at once. Nothing is ever
 * deleted or changed but the version of a release and whether it is closed. Every read of a release
 * checks its record.
 *
 * <p>Thread-safe. A lost connection, a lock that is held for long or a full disk becomes a {@link
 * PortException}; the same store can be used again once that has passed.
 */
public final class JdbcReleaseStore implements ReleaseStore, AutoCloseable {

  private final Database database;

  private JdbcReleaseStore(Connections connections) {
    this.database = new Database(connections);
  }

  /**
   * Opens a store in a database of the service.
   *
   * @param source where connections come from; a pool, since every call takes one and gives it
   *     back. Time limits are set there
   * @return the store; closing it leaves the data source alone
   * @throws PortException if the tables cannot be made or used
   */
  public static JdbcReleaseStore over(DataSource source) {
    return opened(Connections.of(requireNonNull(source, "source")));
  }

  /**
   * Opens a store in a file that survives the crash of the process.
   *
   * @param file the file, to whose name {@code .mv.db} is added; made if it is not there
   * @return the store; close it, so that the file is tidied up
   * @throws PortException if the file cannot be used, or another process uses it
   */
  public static JdbcReleaseStore inFile(Path file) {
    return inFile(file, Durability.PROCESS);
  }

  /**
   * Opens a store in a file.
   *
   * @param file the file, to whose name {@code .mv.db} is added; made if it is not there
   * @param durability what an acknowledged event survives
   * @return the store; close it, so that the file is tidied up
   * @throws PortException if the file cannot be used, or another process uses it
   */
  public static JdbcReleaseStore inFile(Path file, Durability durability) {
    // A thread that is interrupted would close the file for all others, but for this way of access.
    return inFile("async:", file.toAbsolutePath().normalize(), durability);
  }

  /** Opens a store in a file that is reached by a file system of H2. */
  static JdbcReleaseStore inFile(String scheme, Path file, Durability durability) {
    requireNonNull(durability, "durability");
    if (file.toString().contains(";")) {
      throw SqlFailures.misconfigured(
          "the name of the file has a semicolon, which H2 takes for its end; name another");
    }
    try {
      H2Version.check();
      NewFile.make(scheme, file);
      Compaction.run(NewFile.finished(file), new EmbeddedDatabase(scheme, file, durability));
    } catch (SQLException failed) {
      throw SqlFailures.explained(failed);
    } catch (IOException failed) {
      throw SqlFailures.explained(new SQLException(failed.toString(), "58030", failed));
    }
    return opened(new EmbeddedDatabase(scheme, file, durability));
  }

  private static JdbcReleaseStore opened(Connections connections) {
    JdbcReleaseStore store = new JdbcReleaseStore(connections);
    boolean ready = false;
    try {
      store.prepare();
      ready = true;
      return store;
    } catch (SQLException failed) {
      throw SqlFailures.explained(failed);
    } finally {
      if (!ready) {
        store.close();
      }
    }
  }

  private void prepare() throws SQLException {
    database.read(H2Version::readAfresh);
    int version = Schema.upgrade(database);
    if (version > Schema.VERSION) {
      throw SqlFailures.misconfigured(
          "the tables are of version "
              + version
              + ", and this library knows them up to version "
              + Schema.VERSION
              + "; use the newer version of the library that made them");
    }
  }

  @Override
  public List<RecordedEvent> load(ReleaseId release) {
    return read(tables -> tables.find(release))
        .map(kept -> new KeptRelease(release, kept).events())
        .orElse(List.of());
  }

  @Override
  public void append(ReleaseId release, long version, List<RecordedEvent> events) {
    List<RecordedEvent> added = List.copyOf(events);
    Sequence.check(version, added);
    try {
      if (!database.commit(connection -> append(new ReleaseTables(connection), release, added))) {
        throw stale(release, version);
      }
    } catch (SQLException failed) {
      throw SqlFailures.isRace(failed)
          ? lost(release, version, failed)
          : SqlFailures.explained(failed);
    }
  }

  private static boolean append(ReleaseTables tables, ReleaseId release, List<RecordedEvent> added)
      throws SQLException {
    RecordedEvent first = added.get(0);
    RecordedEvent last = added.get(added.size() - 1);
    long version = first.sequence() - 1;
    boolean closes = last.event().closesRelease();
    if (first.event() instanceof ReleaseStarted started) {
      tables.begin(release, started.plan().product(), last.sequence(), closes);
    } else if (!tables.move(release, version, last.sequence(), closes)) {
      return false;
    }
    List<StoredEvent> stored = added.stream().map(EventCodec::write).toList();
    tables.add(release, version, stored);
    return true;
  }

  private StaleReleaseException stale(ReleaseId release, long version) {
    return new StaleReleaseException(release, version, read(tables -> tables.version(release)));
  }

  /**
   * Who is refused by a constraint or a conflict came second, unless the release says otherwise.
   */
  private RuntimeException lost(ReleaseId release, long version, SQLException refusal) {
    long actual = read(tables -> tables.version(release));
    return actual == version
        ? SqlFailures.explained(refusal)
        : new StaleReleaseException(release, version, actual);
  }

  @Override
  public List<ReleaseId> open() {
    return read(ReleaseTables::open);
  }

  @Override
  public List<ReleaseId> releases(ProductName product) {
    return read(tables -> tables.of(product));
  }

  private interface Question<T> {
    T of(ReleaseTables tables) throws SQLException;
  }

  private <T> T read(Question<T> question) {
    try {
      return database.read(connection -> question.of(new ReleaseTables(connection)));
    } catch (SQLException failed) {
      throw SqlFailures.explained(failed);
    }
  }

  /** Closes the file, or leaves the data source alone; the store must no longer be used. */
  @Override
  public void close() {
    database.close();
  }
}
