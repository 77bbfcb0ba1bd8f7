package dev.promotion.yaml;

import static dev.promotion.yaml.Documents.ENVIRONMENTS;
import static dev.promotion.yaml.Documents.SEED_FLOW;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.promotion.catalog.Catalog;
import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Documents that come from a stream. */
class StreamTest {

  private static final int LIMIT = 1_000_000;

  /** Counts what is read, and tells whether it was closed. */
  private static final class Watched extends InputStream {

    private final InputStream real;
    private int read;
    private boolean closed;

    Watched(InputStream real) {
      this.real = real;
    }

    @Override
    public int read() throws IOException {
      int next = real.read();
      read += next < 0 ? 0 : 1;
      return next;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      // A network gives what has arrived, which may be less than was asked for.
      int count = real.read(bytes, from, Math.min(length, 1_000));
      read += Math.max(count, 0);
      return count;
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private static Watched stream(String text) {
    return new Watched(new ByteArrayInputStream(text.getBytes(UTF_8)));
  }

  private static List<Problem> refusal(InputStream stream) {
    InvalidDefinitionException refused =
        catchThrowableOfType(
            InvalidDefinitionException.class, () -> PromotionYaml.readCatalog(stream));
    assertThat(refused).as("a refusal").isNotNull();
    return refused.problems();
  }

  @Test
  void allDocumentsAreRead() {
    Watched stream = stream(ENVIRONMENTS + "---\n" + SEED_FLOW);

    Catalog catalog = PromotionYaml.readCatalog(stream);

    assertThat(catalog.environments()).hasSize(3);
    assertThat(catalog.flows()).hasSize(1);
    assertThat(stream.closed).isFalse();
  }

  @Test
  void documentsOfOthersAreListed() {
    Definitions read =
        PromotionYaml.read(
            stream("apiVersion: v1\nkind: Service\nmetadata: {name: x}\n---\n" + SEED_FLOW));

    assertThat(read.flows()).hasSize(1);
    assertThat(read.others()).hasSize(1);
  }

  @Test
  void problemsOfAllDocumentsAreToldWithTheirLines() {
    assertThat(refusal(stream(SEED_FLOW + "---\nkind: Produkt\n---\nhello\n")))
        .extracting(Problem::place)
        .containsExactly("stream:15:1: apiVersion", "stream:17:1");
  }

  @Test
  void streamOfTheLargestSizeIsReadWhole() {
    String text = ENVIRONMENTS + "#".repeat(200_000) + "\n";
    String padded = text + ("#" + " ".repeat(98) + "\n").repeat((LIMIT - text.length()) / 100);
    Watched stream = stream(padded + "\n".repeat(LIMIT - padded.length()));

    assertThat(PromotionYaml.readCatalog(stream).environments()).hasSize(3);
    assertThat(stream.read).isEqualTo(LIMIT);
  }

  @Test
  void nothingIsReadBeyondTheLimit() {
    Watched endless =
        new Watched(
            new InputStream() {
              @Override
              public int read() {
                return '\n';
              }

              @Override
              public int read(byte[] bytes, int from, int length) {
                Arrays.fill(bytes, from, from + length, (byte) '\n');
                return length;
              }
            });

    assertThat(refusal(endless))
        .extracting(Problem::toString)
        .containsExactly("stream:1:1: more than 1 MB, the limit is 1 MB; split it [SIZE_LIMIT]");
    assertThat(endless.read).isEqualTo(LIMIT + 1);
    assertThat(endless.closed).isFalse();
  }

  @Test
  void streamThatFailsIsUnreadable() {
    Watched broken =
        new Watched(
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("Authorization: secret");
              }

              @Override
              public int read(byte[] bytes, int from, int length) throws IOException {
                throw new IOException("Authorization: secret");
              }
            });

    assertThat(refusal(broken))
        .extracting(Problem::toString)
        .containsExactly("stream:1:1: cannot be read; allow it, or remove it [FILE_UNREADABLE]");
  }

  @Test
  void streamThatIsNotUtf8IsRefused() {
    assertThat(refusal(new ByteArrayInputStream(new byte[] {'a', (byte) 0xFF})))
        .extracting(Problem::place)
        .containsExactly("stream:1:2");
  }
}
