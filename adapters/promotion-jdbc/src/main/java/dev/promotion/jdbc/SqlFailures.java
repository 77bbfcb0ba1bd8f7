package dev.promotion.jdbc;

import dev.promotion.port.Fault;
import dev.promotion.port.PortException;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says in one sentence what went wrong in the database, and what that means for a release. The
 * words of the database stay in the cause, without passwords.
 */
final class SqlFailures {

  private static final String WHERE = "release store";

  /** H2: the file is used by another process, or cannot be read or found. */
  static final int H2_IN_USE = 90020;

  private static final Set<Integer> H2_DAMAGED = Set.of(90030, 90048);
  private static final int H2_READ_ONLY = 90097;

  private SqlFailures() {}

  static PortException explained(SQLException failed) {
    SQLException masked = Masked.of(failed);
    if (diskIsFull(failed)) {
      return of(
          Fault.LIMIT,
          ProblemCode.LIMIT,
          "there is no space left where the database keeps its data; make space",
          masked);
    }
    if (failed.getErrorCode() == H2_IN_USE) {
      return of(
          Fault.MISCONFIGURED,
          ProblemCode.STORE_FAILED,
          "the file is in use by another process, or by this one since it failed to open it; end"
              + " the other, try again, or use a database server, which several processes can"
              + " share",
          masked);
    }
    if (H2_DAMAGED.contains(failed.getErrorCode())) {
      return of(
          Fault.MISCONFIGURED,
          ProblemCode.STORE_FAILED,
          "the file is damaged or was not written by this version of the database; restore it from"
              + " a backup, or use the version that wrote it",
          masked);
    }
    return byState(failed, masked);
  }

  private static PortException byState(SQLException failed, SQLException masked) {
    String state = state(failed);
    String said = "SQL state " + (state.isEmpty() ? "unknown" : state);
    if (state.startsWith("28")) {
      return of(
          Fault.AUTH,
          ProblemCode.STORE_FAILED,
          "the database did not accept the credentials (" + said + "); mend them",
          masked);
    }
    if (state.startsWith("22") || state.startsWith("54")) {
      return of(
          Fault.LIMIT,
          ProblemCode.LIMIT,
          "the database cannot keep a value that is as long as this ("
              + said
              + "); make it shorter",
          masked);
    }
    if (isSetUpWrongly(failed, state)) {
      return of(
          Fault.MISCONFIGURED,
          ProblemCode.STORE_FAILED,
          "the database is not set up for this library ("
              + said
              + "); check its address, its driver, its tables and the rights of the user",
          masked);
    }
    return of(
        Fault.TRANSIENT,
        ProblemCode.STORE_FAILED,
        (failed instanceof SQLTimeoutException
                ? "the database did not answer in time ("
                : "the database failed (")
            + said
            + "); it is tried again, check whether it runs and can be reached",
        masked);
  }

  private static boolean isSetUpWrongly(SQLException failed, String state) {
    return state.startsWith("42")
        || state.startsWith("3D")
        || state.startsWith("3F")
        || state.startsWith("0A")
        || state.equals("25006")
        || isNoDriver(failed)
        || H2_READ_ONLY == failed.getErrorCode();
  }

  private static boolean isNoDriver(SQLException failed) {
    return String.valueOf(failed.getMessage()).startsWith("No suitable driver");
  }

  /** Databases in this process tell it by an exception of the disk, servers by their state. */
  private static boolean diskIsFull(SQLException failed) {
    if (state(failed).equals("53100")) {
      return true;
    }
    for (Throwable at = failed; at != null; at = at.getCause()) {
      String words = String.valueOf(at.getMessage()).toLowerCase(Locale.ROOT);
      if (words.contains("no space left")
          || words.contains("not enough space")
          || words.contains("file too large")
          || words.contains("quota exceeded")) {
        return true;
      }
    }
    return false;
  }

  static PortException losing(String version, String better) {
    return misconfigured(
        "H2 "
            + version
            + " may lose what it has acknowledged when the process is killed; use "
            + better);
  }

  static PortException misconfigured(String message) {
    return of(Fault.MISCONFIGURED, ProblemCode.STORE_FAILED, message, null);
  }

  /** Tells whether a constraint or a conflict with another transaction was in the way. */
  static boolean isRace(SQLException failed) {
    return state(failed).startsWith("23") || state(failed).startsWith("40");
  }

  private static String state(SQLException failed) {
    String state = failed.getSQLState();
    return state == null ? "" : state;
  }

  private static PortException of(
      Fault fault, ProblemCode code, String message, @Nullable Throwable cause) {
    return new PortException(fault, new Problem(code, WHERE, message), cause);
  }
}
