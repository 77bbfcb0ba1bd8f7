package dev.promotion.testkit.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A run follows from its seed alone: not from the machine, its settings, or what ran before. */
class DeterminismTest {

  private static final long SEEDS = Proof.size(1_000, 100_000);
  private static final long SEEDS_ELSEWHERE = Proof.size(300, 10_000);

  @Test
  void theSameSeedsGoTheSameWayTwice() {
    SimulationReport once = simulation(SEEDS).threads(1).run();
    SimulationReport again = simulation(SEEDS).threads(3).run();

    assertThat(again.trace()).isEqualTo(once.trace());
    assertThat(again.events()).isEqualTo(once.events());
    assertThat(again.calls()).isEqualTo(once.calls());
    assertThat(once.runs()).isEqualTo(SEEDS);
  }

  @Test
  void otherSeedsGoAnotherWay() {
    assertThat(simulation(2).run().trace()).isNotEqualTo(simulation(1).seeds(3, 2).run().trace());
  }

  @Test
  void anotherMachineGoesTheSameWay() throws IOException, InterruptedException {
    String here = trace(SEEDS_ELSEWHERE);

    Process elsewhere =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xint",
                    "-Duser.language=tr",
                    "-Duser.country=TR",
                    "-Duser.timezone=Asia/Kathmandu",
                    "-Dfile.encoding=ISO-8859-1",
                    "-Dline.separator=\r\n",
                    "-cp",
                    System.getProperty("java.class.path"),
                    DeterminismTest.class.getName(),
                    "" + SEEDS_ELSEWHERE))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String there = new String(elsewhere.getInputStream().readAllBytes(), UTF_8).strip();

    assertThat(elsewhere.waitFor()).isZero();
    assertThat(there).isEqualTo(here);
  }

  /** Prints the trace of a simulation: what the other machine does. */
  public static void main(String[] arguments) {
    System.out.println(trace(Long.parseLong(arguments[0])));
  }

  private static String trace(long seeds) {
    SimulationReport report = simulation(seeds).run();
    return report.trace() + " " + report.calls() + " " + report.events();
  }

  private static PromotionSimulation simulation(long seeds) {
    return PromotionSimulation.create().scenes(Scenes.small()).seeds(seeds);
  }
}
