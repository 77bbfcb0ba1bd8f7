package dev.promotion.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.release.Release;
import dev.promotion.release.ReleaseStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo does what it says. */
class ThreeEnvironmentDemoTest {

  @TempDir Path folder;

  private String shown(boolean terminal) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    Release release = new ThreeEnvironmentDemo(out, terminal, Path.of("")).run(folder);
    assertThat(release.status()).isEqualTo(ReleaseStatus.SUCCEEDED);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void showsEveryEnvironmentSucceedAndWhatWasCommitted() throws IOException {
    String output = shown(false);

    assertThat(output)
        .containsSubsequence("✓ dev", "✓ qa", "✓ production")
        .contains("promote cf-101", "Promotion-Environment: production")
        .contains("-  tag: \"1.16.2\"", "+  tag: \"1.17.0\"")
        .contains("SUCCEEDED: production runs what dev and qa ran.");
  }

  @Test
  void drawsAtOnePlaceInATerminalAndPlainLinesElsewhere() throws IOException {
    assertThat(shown(true)).contains("\u001b[");
  }

  @Test
  void writesNoEscapesWhereThereIsNoTerminal() throws IOException {
    assertThat(shown(false)).doesNotContain("\u001b");
  }
}
