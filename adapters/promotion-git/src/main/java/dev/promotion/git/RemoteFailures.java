package dev.promotion.git;

import dev.promotion.port.Fault;
import dev.promotion.port.PortException;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.security.cert.CertificateException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.jspecify.annotations.Nullable;

/** Says in one sentence, and without secrets, what a server or the way to it refused. */
final class RemoteFailures {

  private final String where;
  private final LoginProvider login;

  RemoteFailures(String where, LoginProvider login) {
    this.where = where;
    this.login = login;
  }

  /** Explains why a connection failed. */
  PortException connection(IOException failed) {
    Optional<Throwable> disk = cause(failed, FileSystemException.class);
    if (disk.isPresent()) {
      return cache(disk.get(), failed);
    }
    Optional<Throwable> mistrust = cause(failed, CertificateException.class);
    return mistrust.isPresent() ? certificate(mistrust.get(), failed) : server(failed);
  }

  private PortException certificate(Throwable mistrust, IOException failed) {
    return of(
        Fault.AUTH,
        ProblemCode.REPOSITORY_AUTH,
        "the certificate of the server is not trusted ("
            + login.masked(String.valueOf(mistrust.getMessage()))
            + "); renew it or have this Java trust who signed it, it is tried again",
        failed);
  }

  private PortException cache(Throwable disk, IOException failed) {
    return of(
        Fault.TRANSIENT,
        ProblemCode.REPOSITORY_UNREACHABLE,
        "the cache on this machine failed ("
            + disk.getClass().getSimpleName()
            + "); it is tried again, check the space and the rights of its folder",
        failed);
  }

  private PortException server(IOException failed) {
    String words = words(failed);
    String lower = words.toLowerCase(Locale.ROOT);
    if (lower.contains("not authorized")
        || lower.contains("authentication is required")
        || lower.contains("not permitted")) {
      return of(
          Fault.AUTH,
          ProblemCode.REPOSITORY_AUTH,
          "the server did not accept the credentials ("
              + words
              + "); renew them, it is tried again",
          failed);
    }
    if (failed instanceof NoRemoteRepositoryException) {
      return of(
          Fault.NOT_FOUND,
          ProblemCode.REPOSITORY_UNREACHABLE,
          "the server has no such repository, or hides it (" + words + "); check the address",
          failed);
    }
    if (lower.contains("cannot redirect")) {
      return of(
          Fault.NOT_FOUND,
          ProblemCode.REPOSITORY_UNREACHABLE,
          "the server sends to another address (" + words + "); use the address it moved to",
          failed);
    }
    return of(
        Fault.TRANSIENT,
        ProblemCode.REPOSITORY_UNREACHABLE,
        "the server cannot be reached or broke off (" + words + "); it is tried again",
        failed);
  }

  private static Optional<Throwable> cause(Throwable failed, Class<? extends Throwable> searched) {
    return Stream.<Throwable>iterate(failed, Objects::nonNull, Throwable::getCause)
        .filter(searched::isInstance)
        .findFirst();
  }

  /** Tells that a server refused a commit for good. */
  PortException refused(String words) {
    return of(
        Fault.REJECTED,
        ProblemCode.REPOSITORY_REJECTED,
        "the server refused the commit (" + login.masked(words) + "); change what it objects to",
        null);
  }

  /** Tells that others were always faster. */
  PortException busy(String words) {
    return of(
        Fault.TRANSIENT,
        ProblemCode.CONTENTION,
        "the branch is locked on the server (" + login.masked(words) + "); it is tried again",
        null);
  }

  PortException notFound(ProblemCode code, String message) {
    return of(Fault.NOT_FOUND, code, message, null);
  }

  private PortException of(
      Fault fault, ProblemCode code, String message, @Nullable IOException cause) {
    boolean tells = cause == null || login.betrays(cause);
    return new PortException(fault, new Problem(code, where, message), tells ? null : cause);
  }

  private String words(IOException failed) {
    String words = String.valueOf(failed.getMessage());
    return login.masked(
        words.startsWith(where + ": ") ? words.substring(where.length() + 2) : words);
  }
}
