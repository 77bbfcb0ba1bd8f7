package dev.promotion.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.promotion.port.Fault;
import dev.promotion.port.PortException;
import dev.promotion.port.Repository;
import dev.promotion.problem.ProblemCode;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.RepositoryUrl;
import dev.promotion.repository.Revision;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A repository behind TLS: who is trusted, and what a cut connection means. */
class RemoteTlsTest {

  private static final Revision MAIN = new Revision("main");
  private static final boolean RELEASE =
      System.getProperty("promotion.proof", "commit").equals("release");

  @TempDir Path folder;
  private SSLContext keys;
  private GitHttpServer server;
  private FaultProxy proxy;
  private BareRepository fixture;
  private CommitId newest;
  private final AtomicInteger logins = new AtomicInteger();
  private final SSLSocketFactory before = HttpsURLConnection.getDefaultSSLSocketFactory();

  @BeforeEach
  void serve() throws Exception {
    keys = selfSigned();
    server = new GitHttpServer(folder.resolve("served"), Optional.of(keys));
    server.login = Optional.of(NetworkSite.LOGIN);
    proxy = new FaultProxy(server.port());
    fixture =
        new BareRepository(
            folder.resolve("served/shop.git"),
            new RepositoryUrl("https://localhost:" + proxy.port() + "/shop.git"),
            this::adapter);
    newest = fixture.commit("main", "qa/values.yaml", NetworkSite.noise(1));
  }

  @AfterEach
  void stop() {
    HttpsURLConnection.setDefaultSSLSocketFactory(before);
    fixture.close();
    proxy.close();
    server.close();
  }

  private GitRepositories adapter() {
    return GitRepositories.builder()
        .remotes(folder.resolve("cache-" + logins.get()))
        .credentials(
            url -> {
              logins.incrementAndGet();
              return Optional.of(NetworkSite.LOGIN);
            })
        .durability(Durability.PROCESS)
        .build();
  }

  /** Makes a key for this machine that nobody but its own store vouches for. */
  private SSLContext selfSigned() throws Exception {
    Path file = folder.resolve("keys.p12");
    char[] password = "changeit".toCharArray();
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                file.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(password),
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-validity",
                "3650")
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), UTF_8);
    assertThat(keytool.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(keytool.exitValue()).as(said).isZero();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, password);
    }
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(store, password);
    TrustManagerFactory trusted =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trusted.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
    return context;
  }

  @Test
  void certificateThatNobodyVouchesForIsRefusedBeforeAnythingIsTold() {
    PortException refused =
        catchThrowableOfType(PortException.class, () -> fixture.repository().head(MAIN));

    assertThat(refused.fault()).isEqualTo(Fault.AUTH);
    assertThat(refused.code()).isEqualTo(ProblemCode.REPOSITORY_AUTH);
    assertThat(refused.getMessage()).contains("certificate of the server is not trusted");
    assertThat(logins).hasValue(0);
  }

  @Test
  void connectionOverTlsThatIsCutAnywhereIsTransient() {
    HttpsURLConnection.setDefaultSSLSocketFactory(keys.getSocketFactory());
    Repository repository = fixture.repository();
    int cuts = 0;
    for (int bytes = 0; bytes < 2048; bytes += RELEASE ? 1 : 16) {
      proxy.cutTlsAfter(bytes);
      PortException fault = catchThrowableOfType(PortException.class, () -> repository.head(MAIN));
      assertThat(fault).as("cut after %d bytes", bytes).isNotNull();
      assertThat(fault.fault())
          .as("cut after %d bytes: %s", bytes, fault)
          .isEqualTo(Fault.TRANSIENT);
      cuts++;
    }

    proxy.cutTlsAfter(Integer.MAX_VALUE);

    assertThat(repository.head(MAIN).commit()).isEqualTo(newest);
    assertThat(cuts).isEqualTo(RELEASE ? 2048 : 128);
  }
}
