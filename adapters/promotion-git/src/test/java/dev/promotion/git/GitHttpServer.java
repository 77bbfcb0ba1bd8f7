package dev.promotion.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.promotion.repository.RepositoryUrl;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLContext;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.transport.PacketLineOut;
import org.eclipse.jgit.transport.PreReceiveHook;
import org.eclipse.jgit.transport.ReceivePack;
import org.eclipse.jgit.transport.RefAdvertiser.PacketLineOutRefAdvertiser;
import org.eclipse.jgit.transport.UploadPack;
import org.eclipse.jgit.transport.UploadPackInternalServerErrorException;

/** Serves the bare repositories below a folder over HTTP on this machine, and can misbehave. */
public final class GitHttpServer implements AutoCloseable {

  private static final String RECEIVE = "git-receive-pack";

  private final Path folder;
  private final HttpServer http;
  private final boolean tls;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  volatile Optional<GitLogin> login = Optional.empty();
  volatile PreReceiveHook beforeReceiving = PreReceiveHook.NULL;
  volatile boolean losesTheAnswerToPushes;
  volatile boolean failsAfterAPush;
  volatile boolean down;
  volatile boolean givesEveryCommit;
  volatile Optional<String> redirect = Optional.empty();

  public GitHttpServer(Path folder) throws IOException {
    this(folder, Optional.empty());
  }

  /** Starts a server; with keys it speaks TLS. */
  GitHttpServer(Path folder, Optional<SSLContext> keys) throws IOException {
    // Without it each answer waits for a delayed acknowledgement, 40 ms on Linux.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    this.folder = folder;
    this.tls = keys.isPresent();
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    if (tls) {
      HttpsServer https = HttpsServer.create(any, 0);
      https.setHttpsConfigurator(new HttpsConfigurator(keys.get()));
      this.http = https;
    } else {
      this.http = HttpServer.create(any, 0);
    }
    http.setExecutor(threads);
    http.createContext("/", this::handle);
    http.start();
  }

  /** Returns the address of a repository, as applications name it. */
  public RepositoryUrl url(String path) {
    return new RepositoryUrl(
        (tls ? "https" : "http") + "://localhost:" + http.getAddress().getPort() + "/" + path);
  }

  int port() {
    return http.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath().substring(1);
      Path repository =
          folder.resolve(path.replaceFirst("/(info/refs|git-(upload|receive)-pack)$", ""));
      if (down) {
        return;
      }
      if (redirect.isPresent()) {
        exchange.getResponseHeaders().set("Location", redirect.get() + "/" + path);
        exchange.sendResponseHeaders(302, -1);
      } else if (!isLoggedIn(exchange)) {
        exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"git\"");
        exchange.sendResponseHeaders(401, -1);
      } else if (!Files.isDirectory(repository)) {
        exchange.sendResponseHeaders(404, -1);
      } else {
        serve(exchange, path, repository);
      }
    }
  }

  private boolean isLoggedIn(HttpExchange exchange) {
    String given = exchange.getRequestHeaders().getFirst("Authorization");
    return login
        .map(each -> (each.user() + ":" + each.token()).getBytes(UTF_8))
        .map(each -> "Basic " + Base64.getEncoder().encodeToString(each))
        .map(wanted -> wanted.equals(given))
        .orElse(true);
  }

  private void serve(HttpExchange exchange, String path, Path folder) throws IOException {
    boolean advertises = path.endsWith("/info/refs");
    String query = exchange.getRequestURI().getQuery();
    String service =
        advertises ? query.substring("service=".length()) : path.replaceFirst(".*/", "");
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try (FileRepository repository = new FileRepository(folder.toFile());
        InputStream body = body(exchange)) {
      if (service.equals(RECEIVE)) {
        receive(repository, advertises, body, answer);
      } else {
        upload(exchange, repository, advertises, body, answer);
      }
    }
    if (service.equals(RECEIVE) && !advertises && losesTheAnswerToPushes) {
      down = failsAfterAPush;
      return;
    }
    String kind = advertises ? "-advertisement" : "-result";
    exchange.getResponseHeaders().set("Content-Type", "application/x-" + service + kind);
    exchange.sendResponseHeaders(200, 0);
    answer.writeTo(exchange.getResponseBody());
  }

  private static InputStream body(HttpExchange exchange) throws IOException {
    boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    return zipped ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody();
  }

  private void upload(
      HttpExchange exchange,
      FileRepository repository,
      boolean advertises,
      InputStream body,
      ByteArrayOutputStream answer)
      throws IOException {
    UploadPack pack = new UploadPack(repository);
    pack.setBiDirectionalPipe(false);
    if (givesEveryCommit) {
      pack.setRequestPolicy(UploadPack.RequestPolicy.ANY);
    }
    String protocol =
        String.valueOf(exchange.getRequestHeaders().getFirst("Git-Protocol"))
            .toLowerCase(Locale.ROOT);
    pack.setExtraParameters(Set.of(protocol));
    if (advertises) {
      pack.sendAdvertisedRefs(
          new PacketLineOutRefAdvertiser(new PacketLineOut(answer)), "git-upload-pack");
    } else {
      try {
        pack.upload(body, answer, null);
      } catch (UploadPackInternalServerErrorException told) {
        // The answer says it.
      }
    }
  }

  private void receive(
      FileRepository repository, boolean advertises, InputStream body, ByteArrayOutputStream answer)
      throws IOException {
    // It would run on after the answer, and after the test.
    repository.getConfig().setBoolean("receive", null, "autogc", false);
    repository.getConfig().setInt("gc", null, "auto", 0);
    ReceivePack pack = new ReceivePack(repository);
    pack.setBiDirectionalPipe(false);
    pack.setAtomic(true);
    pack.setPreReceiveHook(beforeReceiving);
    if (advertises) {
      PacketLineOut out = new PacketLineOut(answer);
      out.writeString("# service=" + RECEIVE + "\n");
      out.end();
      pack.sendAdvertisedRefs(new PacketLineOutRefAdvertiser(out));
    } else {
      pack.receive(body, answer, null);
    }
  }

  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
    try {
      threads.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
