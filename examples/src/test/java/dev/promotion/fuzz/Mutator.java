package dev.promotion.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes inputs of good and of bad ones: the same ones for the same seed. */
final class Mutator {

  private static final int LONGEST = 4096;

  /** What parsers trip over. */
  private static final List<String> WORDS =
      List.of(
          "\n",
          "\r\n",
          "\t",
          " ",
          "\0",
          ": ",
          "- ",
          "? ",
          "&a ",
          "*a",
          "!!x ",
          "<<: ",
          "[",
          "{",
          "]",
          "}",
          "\"",
          "\\",
          "\\x",
          "'",
          "|\n",
          ">-\n",
          "#",
          "%YAML 9.9\n",
          "---\n",
          "...\n",
          "{{",
          "~",
          "null",
          "0x1",
          "010",
          "1e9",
          "9999999999999999999",
          "-1",
          "NO",
          "/",
          "//",
          "../",
          "..",
          ".",
          ".git",
          ".GIT",
          "git~1",
          "con",
          "refs/heads/",
          "HEAD",
          "@{",
          "@",
          "-",
          "--",
          ".lock",
          "%2e",
          "https://",
          "ssh://git@h/",
          "?",
          "&",
          "=",
          "\u200B",
          "\u202E",
          "\uFEFF",
          "\u2028",
          "\u0130",
          "\uD83D\uDE80",
          "e\u0301",
          "tree ",
          "parent ",
          "100644 x\0",
          "ref: ",
          "${jndi:ldap://x}",
          "Promotion-Release: x");

  private final Random random;
  private final List<byte[]> seeds;

  Mutator(long seed, List<byte[]> seeds) {
    this.random = new Random(seed);
    this.seeds = seeds;
  }

  byte[] next() {
    byte[] input = anySeed();
    int changes = 1 << random.nextInt(5);
    for (int change = 0; change < changes; change++) {
      input = changed(input);
    }
    return input.length <= LONGEST ? input : Arrays.copyOf(input, LONGEST);
  }

  private byte[] anySeed() {
    return seeds.get(random.nextInt(seeds.size())).clone();
  }

  private byte[] changed(byte[] input) {
    int at = random.nextInt(input.length + 1);
    int end = Math.min(input.length, at + random.nextInt(1 + (1 << random.nextInt(8))));
    return switch (random.nextInt(8)) {
      case 0 -> overwritten(input, at, (byte) random.nextInt(256));
      case 1 ->
          overwritten(
              input, at, (byte) (at < input.length ? input[at] ^ (1 << random.nextInt(8)) : 0));
      case 2 -> spliced(input, at, new byte[0], end);
      case 3 -> spliced(input, at, Arrays.copyOfRange(input, at, end), at);
      case 4 -> Arrays.copyOf(input, at);
      case 5 -> {
        byte[] other = anySeed();
        int from = random.nextInt(other.length + 1);
        yield spliced(input, at, Arrays.copyOfRange(other, from, other.length), end);
      }
      case 6 ->
          spliced(
              input,
              at,
              word().repeat(1 + random.nextInt(1 << random.nextInt(9))).getBytes(UTF_8),
              at);
      default -> spliced(input, at, word().getBytes(UTF_8), end);
    };
  }

  private String word() {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  private static byte[] overwritten(byte[] input, int at, byte value) {
    if (at < input.length) {
      input[at] = value;
    }
    return input;
  }

  private static byte[] spliced(byte[] input, int at, byte[] inserted, int end) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream(input.length + inserted.length);
    whole.write(input, 0, at);
    whole.write(inserted, 0, inserted.length);
    whole.write(input, end, input.length - end);
    return whole.toByteArray();
  }
}
