package dev.promotion.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.port.Fault;
import dev.promotion.port.PortException;
import dev.promotion.port.Repository;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.RepositoryUrl;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the network does at whatever request of whatever call: the truth, or an error. */
class NetworkFaultsTest {

  private static final boolean RELEASE =
      System.getProperty("promotion.proof", "commit").equals("release");
  private static final int THREADS = 6;
  private static final int WAITING_THREADS = 40;
  private static final Duration SHORT = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofSeconds(20);

  /** The calls that suffer at each of their requests; the others, in a commit, at one of them. */
  private static final Set<NetworkCall> EVERY_REQUEST =
      EnumSet.of(
          NetworkCall.HEAD_COLD,
          NetworkCall.COMMIT_THAT_NO_BRANCH_LEADS_TO,
          NetworkCall.WRITE_COLD,
          NetworkCall.WRITE_WARM,
          NetworkCall.WRITE_ON_A_BRANCH_THAT_MOVED);

  private static final List<Object> PLACES =
      Stream.<Object>concat(Stream.of(NetworkFault.values()), Stream.of(NetworkCall.values()))
          .toList();

  /** In which of its forms a secret must not be seen. */
  private static final List<String> SECRETS =
      List.of(
          NetworkSite.LOGIN.token(),
          Base64.getEncoder()
              .encodeToString(
                  (NetworkSite.LOGIN.user() + ":" + NetworkSite.LOGIN.token()).getBytes(UTF_8)),
          Base64.getEncoder().encodeToString(NetworkSite.LOGIN.token().getBytes(UTF_8)),
          URLEncoder.encode(NetworkSite.LOGIN.token(), UTF_8),
          "c4n4ry");

  @TempDir Path folder;
  private NetworkSite site;
  private List<CommitId> untouched = List.of();
  private final Map<String, AtomicInteger> hits = new ConcurrentHashMap<>();
  private final AtomicInteger runs = new AtomicInteger();
  private final Semaphore turns = new Semaphore(2);

  @BeforeEach
  void serve() throws IOException {
    site = new NetworkSite(folder);
    untouched = site.log("template.git");
  }

  @AfterEach
  void stop() {
    site.close();
  }

  /** One fault, at one request of one call, and at all later ones if it lasts. */
  private record Scenario(NetworkCall call, NetworkFault fault, int at, boolean lasts, int seed) {

    boolean isSlow() {
      return fault.isSilent() || fault == NetworkFault.ONE_KILOBYTE_A_SECOND;
    }
  }

  @Test
  void everyFaultAtEveryRequestOfEveryCallEndsInTheTruthOrATransientError() throws Exception {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    List<Scenario> scenarios = new ArrayList<>();
    Map<NetworkCall, Integer> requests = new EnumMap<>(NetworkCall.class);
    for (NetworkCall call : NetworkCall.values()) {
      requests.put(call, undisturbed(call));
      assertThat(requests.get(call)).as("requests of %s", call).isPositive();
      scenarios.addAll(scenarios(call, requests.get(call)));
    }

    List<String> wrong = run(scenarios.stream().filter(each -> !each.isSlow()).toList(), THREADS);
    wrong.addAll(run(scenarios.stream().filter(Scenario::isSlow).toList(), WAITING_THREADS));

    assertThat(wrong).isEmpty();
    assertThat(site.log("template.git")).isEqualTo(untouched);
    for (NetworkCall call : NetworkCall.values()) {
      for (NetworkFault fault : NetworkFault.values()) {
        assertThat(hits).as("was reached").containsKey(fault + " at " + call);
      }
    }
    System.out.printf(
        "%d runs: %d faults, %d calls, requests of each %s%n",
        runs.get(), NetworkFault.values().length, NetworkCall.values().length, requests);
    assertThat(openFiles()).isEmpty();
    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(thread -> !before.contains(thread))
        .extracting(Thread::getName)
        .filteredOn(name -> !name.equals("Keep-Alive-Timer"))
        .noneMatch(name -> name.contains("JGit") || name.contains("Timer"))
        .noneMatch(name -> name.startsWith("fault-proxy") || name.startsWith("promotion"));
  }

  private static List<Scenario> scenarios(NetworkCall call, int requests) {
    List<Scenario> scenarios = new ArrayList<>();
    for (int repeat = 0; repeat < (RELEASE ? 20 : 1); repeat++) {
      for (NetworkFault fault : NetworkFault.values()) {
        int seed = scenarios.size();
        if (fault.harmless) {
          scenarios.add(new Scenario(call, fault, 1, true, seed));
          continue;
        }
        boolean all = RELEASE || EVERY_REQUEST.contains(call);
        int chosen = 1 + (place(fault) + place(call)) % requests;
        for (int at = 1; at <= requests; at++) {
          boolean lasts = (at + place(fault) + repeat) % 2 == 0;
          if (all || at == chosen) {
            scenarios.add(new Scenario(call, fault, at, lasts, seed + at));
          }
          if (RELEASE || call == NetworkCall.WRITE_WARM) {
            scenarios.add(new Scenario(call, fault, at, !lasts, seed + at));
          }
        }
      }
    }
    return scenarios;
  }

  private static int place(Object constant) {
    return PLACES.indexOf(constant);
  }

  private List<String> run(List<Scenario> scenarios, int count) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(count);
    List<Future<Optional<String>>> results = new ArrayList<>();
    for (Scenario scenario : scenarios) {
      results.add(threads.submit(() -> wrong(scenario)));
    }
    List<String> wrong = new ArrayList<>();
    for (Future<Optional<String>> result : results) {
      result.get(10, TimeUnit.MINUTES).ifPresent(wrong::add);
    }
    threads.shutdown();
    assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    return wrong;
  }

  private Optional<String> wrong(Scenario scenario) {
    try (Line line = new Line(scenario.call, scenario.fault.isSilent() ? SHORT : LONGEST)) {
      line.suffer(scenario);
      return Optional.empty();
    } catch (AssertionError | RuntimeException | IOException failed) {
      StringWriter trace = new StringWriter();
      failed.printStackTrace(new PrintWriter(trace));
      return Optional.of(scenario + ": " + trace);
    }
  }

  private int undisturbed(NetworkCall call) throws IOException {
    try (Line line = new Line(call, LONGEST)) {
      int before = line.proxy.exchanges();

      assertThat(call.on(site, line.repository)).isEqualTo(call.rightAnswer(site));
      assertThat(site.log(line.name)).isEqualTo(line.expected(call.writes()));
      return line.proxy.exchanges() - before;
    }
  }

  private List<String> openFiles() throws IOException {
    Path open = Path.of("/proc/self/fd");
    if (!Files.isDirectory(open)) {
      return List.of();
    }
    List<String> ours = new ArrayList<>();
    try (Stream<Path> files = Files.list(open)) {
      for (Path file : files.toList()) {
        try {
          String name = Files.readSymbolicLink(file).toString();
          if (name.startsWith(folder.resolve("caches").toString())) {
            ours.add(name);
          }
        } catch (IOException closedMeanwhile) {
          // Not ours then.
        }
      }
    }
    return ours;
  }

  /** One client with a cache of its own, and the way from it to the server. */
  private final class Line implements AutoCloseable {

    final FaultProxy proxy = new FaultProxy(site.server.port());
    final String name;
    final Path cache = folder.resolve("caches").resolve("cache-" + runs.incrementAndGet());
    final GitRepositories repositories;
    final Repository repository;

    Line(NetworkCall call, Duration timeout) {
      repositories = NetworkSite.adapter(cache, timeout);
      name = call.writes() ? site.copy() : "template.git";
      repository =
          repositories.repository(
              new RepositoryUrl("http://localhost:" + proxy.port() + "/" + name));
      assertThat(proxy.exchanges()).as("finding a repository asks nobody").isZero();
      atMostTwo(
          () -> {
            call.before(repository);
            return true;
          });
    }

    /** So that what is not meant to be slow is not. */
    private Object atMostTwo(Supplier<Object> quick) {
      turns.acquireUninterruptibly();
      try {
        return quick.get();
      } finally {
        turns.release();
      }
    }

    List<CommitId> expected(boolean written) {
      List<CommitId> log = new ArrayList<>(untouched);
      if (written) {
        log.add(0, site.ours.id());
      }
      return log;
    }

    void suffer(Scenario scenario) throws IOException {
      NetworkCall call = scenario.call;
      Random random = new Random(scenario.seed);
      int before = proxy.exchanges();
      proxy.conduct(
          exchange -> {
            int number = exchange.number() - before;
            if (scenario.lasts ? number >= scenario.at : number == scenario.at) {
              hits.computeIfAbsent(
                      scenario.fault + " at " + scenario.call, any -> new AtomicInteger())
                  .incrementAndGet();
              scenario.fault.happen(exchange, random);
            } else {
              FaultProxy.Conduct.WORKS.on(exchange);
            }
          });
      long start = System.nanoTime();

      Optional<Object> answer = answer(scenario);

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST);
      assertThat(Thread.interrupted()).as("interrupted").isFalse();
      answer.ifPresent(given -> assertThat(given).isEqualTo(call.rightAnswer(site)));
      if (scenario.fault.harmless) {
        assertThat(answer).isPresent();
      }
      assertThat(leftovers()).isEmpty();
      if (call.writes()) {
        assertThat(site.log(name)).isIn(expected(false), expected(true));
      }
      proxy.conduct(FaultProxy.Conduct.WORKS);
      if (random.nextBoolean()) {
        proxy.deliverLate();
      }
      assertThat(atMostTwo(() -> call.on(site, repository))).isEqualTo(call.rightAnswer(site));
      proxy.deliverLate();
      if (call.writes()) {
        assertThat(site.log(name)).isEqualTo(expected(true));
      }
    }

    private Optional<Object> answer(Scenario scenario) {
      try {
        return Optional.of(scenario.call.on(site, repository));
      } catch (PortException fault) {
        assertThat(told(fault)).doesNotContain(SECRETS);
        assertThat(fault.problem().message()).doesNotContain("\n", "\r");
        assertThat(fault.fault()).as("%s", fault).isEqualTo(Fault.TRANSIENT);
        return Optional.empty();
      }
    }

    private List<Path> leftovers() throws IOException {
      try (Stream<Path> files = Files.walk(cache)) {
        return files
            .filter(
                file ->
                    file.getFileName().toString().startsWith("tmp_")
                        || file.toString().endsWith(".lock")
                        || file.toString().endsWith(".keep"))
            .collect(Collectors.toList());
      }
    }

    @Override
    public void close() {
      repositories.close();
      proxy.close();
    }
  }

  /** Everything that a log would show of an exception. */
  private static String told(Throwable thrown) {
    StringWriter told = new StringWriter();
    thrown.printStackTrace(new PrintWriter(told));
    return told.toString();
  }
}
