package dev.promotion.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** The fastest way with the git command: rev-parse, cat-file and fast-import, no work tree. */
final class FastImportStrategy implements Strategy {

  /** The name in the table. */
  static final String NAME = "git fast-import";

  private final GitProcess git;
  private final Path repository;

  FastImportStrategy(GitProcess git, Path repository) {
    this.git = git;
    this.repository = repository;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Path repository() {
    return repository;
  }

  @Override
  public void promote(Promotion promotion) throws IOException {
    String branch = "refs/heads/" + GeneratedRepository.BRANCH;
    String head = new String(git.run(repository, "rev-parse", branch), UTF_8).strip();
    byte[] files = git.feed(repository, wanted(head, promotion), "cat-file", "--batch");
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    print(stream, "commit " + branch + "\n" + person("author", promotion));
    print(stream, person("committer", promotion));
    data(stream, promotion.message().getBytes(UTF_8));
    print(stream, "from " + head + "\n");
    int at = 0;
    for (String file : Promotion.FILES) {
      int end = indexOfLineEnd(files, at);
      String answer = new String(files, at, end - at, UTF_8);
      int size = Integer.parseInt(answer.substring(answer.lastIndexOf(' ') + 1));
      print(stream, "M 100644 inline " + promotion.path(file) + "\n");
      data(stream, promotion.edit(Arrays.copyOfRange(files, end + 1, end + 1 + size)));
      at = end + 1 + size + 1;
    }
    git.feed(repository, stream.toByteArray(), "fast-import", "--quiet");
  }

  private static byte[] wanted(String head, Promotion promotion) {
    StringBuilder names = new StringBuilder();
    for (String file : Promotion.FILES) {
      names.append(head).append(':').append(promotion.path(file)).append('\n');
    }
    return names.toString().getBytes(UTF_8);
  }

  private static String person(String role, Promotion promotion) {
    return role
        + " "
        + GitObject.AUTHOR
        + " <"
        + GitObject.EMAIL
        + "> "
        + promotion.time().getEpochSecond()
        + " +0000\n";
  }

  private static void data(ByteArrayOutputStream stream, byte[] bytes) {
    print(stream, "data " + bytes.length + "\n");
    stream.writeBytes(bytes);
    print(stream, "\n");
  }

  private static void print(ByteArrayOutputStream stream, String text) {
    stream.writeBytes(text.getBytes(UTF_8));
  }

  private static int indexOfLineEnd(byte[] bytes, int from) {
    int at = from;
    while (bytes[at] != '\n') {
      at++;
    }
    return at;
  }
}
