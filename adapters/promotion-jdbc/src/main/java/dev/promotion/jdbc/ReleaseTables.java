package dev.promotion.jdbc;

import dev.promotion.product.ProductName;
import dev.promotion.release.ReleaseId;
import dev.promotion.release.StoredEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The statements on the tables of one connection. */
record ReleaseTables(Connection connection) {

  /**
   * A release as the tables have it.
   *
   * @param product the product that it is listed under
   * @param version the number of events that it should have
   * @param closed whether it is no longer listed as open
   * @param events the events that are there
   */
  record Kept(String product, long version, boolean closed, List<KeptEvent> events) {}

  /** An event as the tables have it. */
  record KeptEvent(String text, String seal) {}

  Optional<Kept> find(ReleaseId release) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT r.product, r.version, r.closed, e.text, e.seal FROM promotion_release r"
                + " LEFT JOIN promotion_event e ON e.release_id = r.id"
                + " WHERE r.id = ? ORDER BY e.sequence")) {
      select.setString(1, release.value());
      try (ResultSet rows = select.executeQuery()) {
        return rows.next() ? Optional.of(kept(rows)) : Optional.empty();
      }
    }
  }

  private static Kept kept(ResultSet rows) throws SQLException {
    String product = rows.getString(1);
    long version = rows.getLong(2);
    boolean closed = rows.getBoolean(3);
    List<KeptEvent> events = new ArrayList<>();
    do {
      @Nullable String text = rows.getString(4);
      if (text != null) {
        events.add(new KeptEvent(text, rows.getString(5)));
      }
    } while (rows.next());
    return new Kept(product, version, closed, events);
  }

  /** Returns how many events a release has; 0 if it is not there. */
  long version(ReleaseId release) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT version FROM promotion_release WHERE id = ?")) {
      select.setString(1, release.value());
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    }
  }

  /** Begins a release; fails with a violated constraint if it is there. */
  void begin(ReleaseId release, ProductName product, long version, boolean closed)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO promotion_release (id, product, version, closed) VALUES (?, ?, ?, ?)")) {
      insert.setString(1, release.value());
      insert.setString(2, product.value());
      insert.setLong(3, version);
      insert.setBoolean(4, closed);
      insert.executeUpdate();
    }
  }

  /** Moves a release from exactly one version to another, or tells that it is not there. */
  boolean move(ReleaseId release, long from, long to, boolean closed) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE promotion_release SET version = ?, closed = ? WHERE id = ? AND version = ?")) {
      update.setLong(1, to);
      update.setBoolean(2, closed);
      update.setString(3, release.value());
      update.setLong(4, from);
      return update.executeUpdate() == 1;
    }
  }

  void add(ReleaseId release, long version, List<StoredEvent> events) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO promotion_event (release_id, sequence, text, seal)"
                + " VALUES (?, ?, ?, ?)")) {
      long sequence = version;
      for (StoredEvent event : events) {
        sequence++;
        insert.setString(1, release.value());
        insert.setLong(2, sequence);
        insert.setString(3, event.text());
        insert.setString(4, event.seal().value());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  List<ReleaseId> open() throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT id FROM promotion_release WHERE closed = FALSE ORDER BY ordinal")) {
      return ids(select);
    }
  }

  List<ReleaseId> of(ProductName product) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT id FROM promotion_release WHERE product = ? ORDER BY ordinal DESC")) {
      select.setString(1, product.value());
      return ids(select);
    }
  }

  private static List<ReleaseId> ids(PreparedStatement select) throws SQLException {
    List<ReleaseId> ids = new ArrayList<>();
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        ids.add(new ReleaseId(rows.getString(1)));
      }
    }
    return List.copyOf(ids);
  }
}
