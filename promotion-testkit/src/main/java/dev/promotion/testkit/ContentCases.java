package dev.promotion.testkit;

import static dev.promotion.testkit.RepositoryCases.assertFault;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.port.Fault;
import dev.promotion.repository.BlobId;
import dev.promotion.repository.CommitId;
import dev.promotion.testkit.RepositoryFixture.ObjectKind;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contents of files. */
interface ContentCases extends RepositoryCases {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "no line break at the end",
        "unix\nlines\n",
        "windows\r\nlines\r\n",
        "mixed\r\n\n\r",
        "\uFEFFmark: 1\n",
        "zero\0byte",
        "ünïcödé 😀\n"
      })
  default void contentIsTheSameToTheByte(String text) {
    outsider().on("main").file("a.txt", text).commit();

    byte[] content = repository().content(RepositoryCases.id(text));

    assertThat(content).isEqualTo(text.getBytes(UTF_8));
  }

  @Test
  default void contentThatIsNoTextIsTheSameToTheByte() {
    byte[] everyByte = new byte[256];
    for (int index = 0; index < everyByte.length; index++) {
      everyByte[index] = (byte) index;
    }
    outsider().on("main").file("a.bin", everyByte).commit();

    byte[] content = repository().content(new BlobId(GitObjects.id(ObjectKind.BLOB, everyByte)));

    assertThat(content).isEqualTo(everyByte);
  }

  @Test
  default void largeContentIsTheSameToTheByte() {
    byte[] large = new byte[1 << 20];
    new Random(1).nextBytes(large);
    outsider().on("main").file("a.bin", large).commit();

    byte[] content = repository().content(new BlobId(GitObjects.id(ObjectKind.BLOB, large)));

    assertThat(content).isEqualTo(large);
  }

  @Test
  default void contentOfOlderCommitIsFoundByItsId() {
    outsider().on("main").file("a.txt", "1").commit();
    outsider().on("main").file("a.txt", "2").commit();

    assertThat(repository().content(RepositoryCases.id("1"))).asString().isEqualTo("1");
  }

  @Test
  default void contentBelongsToTheCaller() {
    outsider().on("main").file("a.txt", "abc").commit();

    repository().content(RepositoryCases.id("abc"))[0] = 'X';

    assertThat(repository().content(RepositoryCases.id("abc"))).asString().isEqualTo("abc");
  }

  @Test
  default void contentThatIsNotThereIsNotFound() {
    outsider().on("main").file("a.txt", "1").commit();

    assertFault(() -> repository().content(RepositoryCases.id("other")), Fault.NOT_FOUND);
  }

  @Test
  default void idOfSomethingElseHasNoContent() {
    CommitId commit = outsider().on("main").file("a.txt", "1").commit();
    BlobId tree = new BlobId(outsider().read(commit).tree());

    assertFault(() -> repository().content(new BlobId(commit.value())), Fault.NOT_FOUND);
    assertFault(() -> repository().content(tree), Fault.NOT_FOUND);
  }
}
