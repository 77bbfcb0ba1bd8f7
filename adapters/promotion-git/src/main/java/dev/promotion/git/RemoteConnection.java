package dev.promotion.git;

import dev.promotion.port.PortException;
import dev.promotion.repository.RepositoryUrl;
import java.io.IOException;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.transport.BasePackFetchConnection;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.PushConnection;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.URIish;

/** One visit to a server: the references it has are read, then at most one thing is done. */
final class RemoteConnection {

  private final RepositoryUrl url;
  private final GitCredentials credentials;
  private final Duration timeout;

  RemoteConnection(RepositoryUrl url, GitCredentials credentials, Duration timeout) {
    this.url = url;
    this.credentials = credentials;
    this.timeout = timeout;
  }

  /** What is done on a visit. */
  @FunctionalInterface
  interface Visit<C, T> {
    T with(C connection, RemoteFailures failures) throws IOException;
  }

  /** Visits to fetch; the server is asked for references that start like these. */
  <T> T fetching(
      TransportRepository cache, Collection<String> references, Visit<FetchConnection, T> visit) {
    List<RefSpec> specs =
        references.stream()
            .map(name -> new RefSpec(name, RefSpec.WildcardMode.ALLOW_MISMATCH))
            .toList();
    return visiting(
        cache,
        (transport, failures) -> {
          try (FetchConnection connection = transport.openFetch(specs)) {
            if (!(connection instanceof BasePackFetchConnection)) {
              // The dumb protocol would follow the server to other hosts.
              throw new TransportException("the server does not speak the smart protocol of Git");
            }
            return visit.with(connection, failures);
          }
        });
  }

  /** Visits to push. */
  <T> T pushing(TransportRepository cache, Visit<PushConnection, T> visit) {
    return visiting(
        cache,
        (transport, failures) -> {
          try (PushConnection connection = transport.openPush()) {
            return visit.with(connection, failures);
          }
        });
  }

  private <T> T visiting(TransportRepository cache, Visit<Transport, T> visit) {
    LoginProvider login = new LoginProvider(url, credentials);
    RemoteFailures failures = new RemoteFailures(url.value(), login);
    try (cache;
        Transport transport = Transport.open(cache, new URIish(url.value()))) {
      transport.setCredentialsProvider(login);
      ((TransportHttp) transport).setHttpConnectionFactory(new PatientConnections(timeout));
      transport.setFetchThin(false);
      return visit.with(transport, failures);
    } catch (IOException failed) {
      throw failures.connection(failed);
    } catch (PortException told) {
      throw told;
    } catch (URISyntaxException | RuntimeException unreadable) {
      // JGit takes some answers for granted that a server, or what stands before it, can get wrong.
      throw failures.connection(new IOException(unreadable.toString(), unreadable));
    }
  }

  /** Fetches what a reference leads to. */
  static void fetch(FetchConnection connection, Collection<Ref> wanted) throws IOException {
    connection.fetch(NullProgressMonitor.INSTANCE, wanted, Set.of());
  }

  /** Asks to move a branch from exactly one commit to another; returns what the server said. */
  static RemoteRefUpdate push(
      TransportRepository cache,
      PushConnection connection,
      String branch,
      ObjectId parent,
      ObjectId commit)
      throws IOException {
    RemoteRefUpdate update =
        new RemoteRefUpdate(cache, (String) null, commit, branch, false, null, parent);
    connection.push(NullProgressMonitor.INSTANCE, Map.of(branch, update));
    return update;
  }
}
