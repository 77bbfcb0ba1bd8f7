package dev.promotion.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
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
import java.util.zip.GZIPInputStream;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.transport.PacketLineOut;
import org.eclipse.jgit.transport.PreReceiveHook;
import org.eclipse.jgit.transport.ReceivePack;
import org.eclipse.jgit.transport.RefAdvertiser.PacketLineOutRefAdvertiser;
import org.eclipse.jgit.transport.UploadPack;

/** Serves the bare repositories below a folder over HTTP on this machine, and can misbehave. */
public final class GitHttpServer implements AutoCloseable {

  private static final String RECEIVE = "git-receive-pack";

  private final Path folder;
  private final HttpServer http;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  volatile Optional<GitLogin> login = Optional.empty();
  volatile PreReceiveHook beforeReceiving = PreReceiveHook.NULL;
  volatile boolean losesTheAnswerToPushes;
  volatile boolean failsAfterAPush;
  volatile boolean down;
  volatile Optional<String> redirect = Optional.empty();

  public GitHttpServer(Path folder) throws IOException {
    // Without it each answer waits for a delayed acknowledgement, 40 ms on Linux.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    this.folder = folder;
    this.http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.setExecutor(threads);
    http.createContext("/", this::handle);
    http.start();
  }

  /** Returns the address of a repository, as applications name it. */
  public RepositoryUrl url(String path) {
    return new RepositoryUrl("http://localhost:" + http.getAddress().getPort() + "/" + path);
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

  private static void upload(
      HttpExchange exchange,
      FileRepository repository,
      boolean advertises,
      InputStream body,
      ByteArrayOutputStream answer)
      throws IOException {
    UploadPack pack = new UploadPack(repository);
    pack.setBiDirectionalPipe(false);
    String protocol =
        String.valueOf(exchange.getRequestHeaders().getFirst("Git-Protocol"))
            .toLowerCase(Locale.ROOT);
    pack.setExtraParameters(Set.of(protocol));
    if (advertises) {
      pack.sendAdvertisedRefs(
          new PacketLineOutRefAdvertiser(new PacketLineOut(answer)), "git-upload-pack");
    } else {
      pack.upload(body, answer, null);
    }
  }

  private void receive(
      FileRepository repository, boolean advertises, InputStream body, ByteArrayOutputStream answer)
      throws IOException {
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
  }
}
