package dev.promotion.git;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.promotion.catalog.Catalog;
import dev.promotion.environment.Environment;
import dev.promotion.flow.FlowStep;
import dev.promotion.flow.PromotionFlow;
import dev.promotion.port.Clock;
import dev.promotion.port.PortException;
import dev.promotion.product.Application;
import dev.promotion.promoter.SequentialPromoter;
import dev.promotion.promoter.Trigger;
import dev.promotion.promoter.TriggerRefusedException;
import dev.promotion.release.EventCodec;
import dev.promotion.release.Release;
import dev.promotion.release.ReleaseStatus;
import dev.promotion.repository.RepositoryUrl;
import dev.promotion.repository.Revision;
import dev.promotion.testkit.SimulatedCluster;
import dev.promotion.view.ReleaseView;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.eclipse.jgit.transport.PreReceiveHook;
import org.eclipse.jgit.transport.ReceiveCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A secret is given to a whole promotion while the server does what it can to have it told. */
class SecretsTest {

  private static final String SECRET = "canary/7Qx+Vz=91kT";
  private static final GitLogin LOGIN = GitLogin.of("robot", SECRET);
  private static final Logger EVERYTHING = Logger.getLogger("");

  @TempDir Path folder;

  private final List<String> told = new ArrayList<>();
  private final AtomicReference<Supplier<Optional<GitLogin>>> login =
      new AtomicReference<>(() -> Optional.of(LOGIN));
  private final Handler log =
      new Handler() {
        @Override
        public void publish(LogRecord logged) {
          told.add(logged.getMessage());
          if (logged.getThrown() != null) {
            tell(logged.getThrown());
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };
  private final Level levelBefore = EVERYTHING.getLevel();
  private GitHttpServer server;
  private BareRepository fixture;
  private GitRepositories adapter;

  @BeforeEach
  void serve() throws IOException {
    EVERYTHING.addHandler(log);
    server = new GitHttpServer(Files.createDirectory(folder.resolve("server")));
    server.login = Optional.of(LOGIN);
    adapter =
        GitRepositories.builder()
            .remotes(folder.resolve("cache"))
            .credentials(url -> login.get().get())
            .timeout(Duration.ofSeconds(20))
            .durability(Durability.PROCESS)
            .build();
    fixture =
        new BareRepository(
            folder.resolve("server/acme/shop.git"), server.url("acme/shop.git"), () -> adapter);
    fixture.commit("main", "dev/values.yaml", "tag: 2\n", "qa/values.yaml", "tag: 1\n");
  }

  @AfterEach
  void stop() {
    EVERYTHING.removeHandler(log);
    EVERYTHING.setLevel(levelBefore);
    fixture.close();
    server.close();
  }

  @Test
  void aSecretStaysOutOfEverythingThatIsKeptOrTold() throws IOException {
    SequentialPromoter promoter = promoter();

    login.set(() -> Optional.of(GitLogin.of("robot", SECRET + "x")));
    refused(promoter);
    login.set(Optional::empty);
    refused(promoter);
    login.set(
        () -> {
          throw new IllegalStateException("cannot read " + SECRET);
        });
    refused(promoter);
    login.set(() -> Optional.of(LOGIN));
    server.redirect = Optional.of("https://robot:" + URLEncoder.encode(SECRET, UTF_8) + "@host");
    refused(promoter);
    server.redirect = Optional.empty();
    server.beforeReceiving =
        (pack, commands) ->
            commands.forEach(
                each ->
                    each.setResult(
                        ReceiveCommand.Result.REJECTED_OTHER_REASON,
                        "no: " + String.join(" ", forms(SECRET)) + " robot:" + SECRET));
    Release stopped = ended(promoter);
    server.beforeReceiving = PreReceiveHook.NULL;
    Release done = ended(promoter);

    assertThat(stopped.status()).isEqualTo(ReleaseStatus.FAILED);
    assertThat(stopped.reason().orElseThrow().message()).contains("***");
    assertThat(done.status()).isEqualTo(ReleaseStatus.SUCCEEDED);
    assertThat(told).hasSizeGreaterThan(20);
    assertHidden(String.join("\n", told));
    assertHidden(stored(folder));
  }

  @Test
  void aSupplierThatFailsIsNamedByItsKindOnly() {
    login.set(
        () -> {
          throw new IllegalStateException("cannot read " + SECRET);
        });

    PortException failed =
        catchThrowableOfType(
            PortException.class,
            () -> adapter.repository(fixture.url()).head(new Revision("main")));

    assertThat(failed).hasMessageContaining("IllegalStateException").hasNoCause();
  }

  private SequentialPromoter promoter() {
    RepositoryUrl url = fixture.url();
    Catalog catalog =
        Catalog.builder()
            .environment(Environment.of("dev"))
            .environment(Environment.of("qa"))
            .flow(PromotionFlow.of("flow", "dev", FlowStep.of("qa", "dev")))
            .application(application("dev", url))
            .application(application("qa", url))
            .build();
    return SequentialPromoter.builder()
        .catalog(catalog)
        .repositories(adapter)
        .health(SimulatedCluster.of(catalog, adapter, Clock.system()))
        .stableFor(Duration.ZERO)
        .pollEvery(Duration.ofMillis(20))
        .build();
  }

  private static Application application(String environment, RepositoryUrl url) {
    return Application.builder("shop-" + environment)
        .product("shop")
        .environment(environment)
        .source(url.value(), environment, "main")
        .build();
  }

  private void refused(SequentialPromoter promoter) {
    tell(
        catchThrowableOfType(
            TriggerRefusedException.class,
            () -> promoter.trigger(Trigger.flow("flow").product("shop").by("alice"))));
  }

  private Release ended(SequentialPromoter promoter) {
    Release release = promoter.trigger(Trigger.flow("flow").product("shop").by("alice"));
    Release end = promoter.await(release.id(), Duration.ofMinutes(1));
    end.events().forEach(event -> told.add(EventCodec.write(event).text()));
    told.add(ReleaseView.text(end));
    told.add(end.toString());
    return end;
  }

  private void tell(Throwable thrown) {
    StringWriter whole = new StringWriter();
    thrown.printStackTrace(new PrintWriter(whole));
    told.add(whole.toString());
  }

  /** Everything on disk, cache and server, as one text; contents that are deflated stay so. */
  private String stored(Path below) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(below)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(file).append('\n');
        all.append(new String(Files.readAllBytes(file), ISO_8859_1));
      }
    }
    fixture
        .log()
        .forEach(id -> all.append(new String(fixture.stored(id.value()).orElseThrow(), UTF_8)));
    return all.toString();
  }

  /** Neither whole, nor encoded, nor half of it. */
  private static void assertHidden(String text) {
    for (String form : forms(SECRET)) {
      assertThat(text).doesNotContain(form);
      assertThat(text).doesNotContain(form.substring(0, form.length() / 2));
      assertThat(text).doesNotContain(form.substring(form.length() / 2));
    }
    assertThat(text).doesNotContain(base64("robot:" + SECRET).substring(8));
  }

  private static List<String> forms(String secret) {
    return List.of(secret, URLEncoder.encode(secret, UTF_8), base64(secret));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }
}
