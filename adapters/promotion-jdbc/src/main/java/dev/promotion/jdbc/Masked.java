package dev.promotion.jdbc;

import java.sql.SQLException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Copies what a driver threw without the secrets that addresses of databases may hold. */
final class Masked {

  private static final Pattern SETTING =
      Pattern.compile(
          "(?i)([a-z_]*(?:password|passwd|pwd|secret|token)[a-z_]*\\s*=\\s*)[^;&,\\s\"']*");
  private static final Pattern LOGIN = Pattern.compile("//[^/@\\s\"']*@");

  private Masked() {}

  static SQLException of(SQLException failed) {
    Throwable inner = failed.getCause();
    SQLException copy =
        new SQLException(
            text(failed.getClass().getSimpleName() + ": " + failed.getMessage()),
            failed.getSQLState(),
            failed.getErrorCode(),
            inner == null || inner == failed ? null : plain(inner));
    copy.setStackTrace(failed.getStackTrace());
    return copy;
  }

  private static Throwable plain(Throwable inner) {
    @Nullable Throwable next = inner.getCause();
    RuntimeException copy =
        new RuntimeException(text(inner.toString()), next == null ? null : plain(next));
    copy.setStackTrace(inner.getStackTrace());
    return copy;
  }

  static String text(String words) {
    String settings = SETTING.matcher(words).replaceAll("$1***");
    return LOGIN.matcher(settings).replaceAll("//***@");
  }
}
