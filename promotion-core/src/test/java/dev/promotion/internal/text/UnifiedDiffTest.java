package dev.promotion.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class UnifiedDiffTest {

  private static final Pattern HUNK = Pattern.compile("@@ -(\\d+),(\\d+) \\+(\\d+),(\\d+) @@\n");

  @Test
  void showsALineThatChangedWithItsSurroundings() {
    String before = "a\nb\nc\nd\ntag: 1\nf\ng\nh\ni\n";

    assertThat(UnifiedDiff.of(before, before.replace("tag: 1", "tag: 2")))
        .isEqualTo("@@ -2,7 +2,7 @@\n b\n c\n d\n-tag: 1\n+tag: 2\n f\n g\n h\n");
  }

  @Test
  void showsChangesThatAreFarApartByThemselves() {
    String before = numbers(1, 30);
    String after = before.replace("\n5\n", "\nfive\n").replace("\n25\n", "\n");

    assertThat(UnifiedDiff.of(before, after))
        .isEqualTo(
            """
            @@ -2,7 +2,7 @@
             2
             3
             4
            -5
            +five
             6
             7
             8
            @@ -22,7 +22,6 @@
             22
             23
             24
            -25
             26
             27
             28
            """);
  }

  @Test
  void showsChangesThatAreNearTogether() {
    String before = numbers(1, 12);
    String after = before.replace("\n3\n", "\n").replace("\n10\n", "\n");

    assertThat(UnifiedDiff.of(before, after)).containsOnlyOnce("@@ -1,12 +1,10 @@");
  }

  @Test
  void tellsThatTheLastLineHasNoEnd() {
    assertThat(UnifiedDiff.of("a", "a\n"))
        .isEqualTo("@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+a\n");
  }

  @Test
  void showsANewFileAsAddedLines() {
    assertThat(UnifiedDiff.of("", "a\nb\n")).isEqualTo("@@ -0,0 +1,2 @@\n+a\n+b\n");
  }

  @Test
  void ofEqualTextsIsEmpty() {
    assertThat(UnifiedDiff.of("a\r\nb", "a\r\nb")).isEmpty();
  }

  @Test
  void replacesAllOfTextsThatHaveNothingInCommon() {
    String before = numbers(1, 5_000);
    String after = numbers(10_001, 15_000);

    String diff = UnifiedDiff.of("same\n" + before, "same\n" + after);

    assertThat(diff).startsWith("@@ -1,5001 +1,5001 @@\n same\n-1\n-2\n");
    assertThat(patched("same\n" + before, diff)).isEqualTo("same\n" + after);
  }

  @Property(tries = 2_000)
  void leadsFromOneTextToTheOther(@ForAll("texts") String before, @ForAll("texts") String after) {
    String diff = UnifiedDiff.of(before, after);

    assertThat(patched(before, diff)).isEqualTo(after);
    assertThat(diff.isEmpty()).isEqualTo(before.equals(after));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of("a\n", "b\n", "c\r\n", "\n", "d")
        .list()
        .ofMaxSize(40)
        .map(lines -> String.join("", lines));
  }

  private static String numbers(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(each -> each + "\n")
        .collect(Collectors.joining());
  }

  /** Applies a diff strictly: what it removes or keeps must stand where it says. */
  private static String patched(String before, String diff) {
    List<String> lines = lines(before);
    StringBuilder after = new StringBuilder();
    Matcher hunk = HUNK.matcher(diff);
    int at = 0;
    while (hunk.find()) {
      int length = Integer.parseInt(hunk.group(2));
      int from = Integer.parseInt(hunk.group(1)) - (length == 0 ? 0 : 1);
      lines.subList(at, from).forEach(after::append);
      at = from;
      for (String line : body(diff, hunk.end())) {
        String text = line.substring(1);
        if (line.charAt(0) != '+') {
          assertThat(lines.get(at)).isEqualTo(text);
          at++;
        }
        if (line.charAt(0) != '-') {
          after.append(text);
        }
      }
    }
    lines.subList(at, lines.size()).forEach(after::append);
    return after.toString();
  }

  private static List<String> body(String diff, int from) {
    List<String> body = new ArrayList<>();
    for (String line : lines(diff.substring(from))) {
      if (line.startsWith("@@")) {
        break;
      }
      if (line.startsWith("\\")) {
        String last = body.remove(body.size() - 1);
        body.add(last.substring(0, last.length() - 1));
      } else {
        body.add(line);
      }
    }
    return body;
  }

  private static List<String> lines(String text) {
    return List.of(text.split("(?<=\n)")).stream().filter(each -> !each.isEmpty()).toList();
  }
}
