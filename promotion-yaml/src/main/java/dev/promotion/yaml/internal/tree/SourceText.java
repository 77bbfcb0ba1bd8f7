package dev.promotion.yaml.internal.tree;

import dev.promotion.problem.ProblemCode;
import dev.promotion.yaml.internal.finding.Findings;
import dev.promotion.yaml.internal.finding.Position;
import dev.promotion.yaml.internal.finding.Wording;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Turns the bytes of a file into text that can be shown and parsed without harm. */
public final class SourceText {

  /** The largest file in bytes: 1 MB. */
  public static final int MOST_BYTES = 1_000_000;

  /** The longest line; a Kubernetes annotation, the longest value in real files, has 256 KB. */
  public static final int LONGEST_LINE = 300_000;

  private static final String CONFLICT = "<<<<<<<";
  private static final String LFS_POINTER = "version https://git-lfs.github.com/spec/";
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final char FIRST_THAT_REORDERS = '\u202A';

  private SourceText() {}

  /** Returns the text of a file, or empty where it was refused for what is now in the findings. */
  public static Optional<String> decode(byte[] bytes, Findings findings) {
    if (bytes.length > MOST_BYTES) {
      tooLarge(bytes.length, findings);
      return Optional.empty();
    }
    if (utf16(bytes)) {
      findings.add(Position.START, ProblemCode.ENCODING, "the file is UTF-16; save it as UTF-8");
      return Optional.empty();
    }
    ByteBuffer input = ByteBuffer.wrap(bytes);
    CharBuffer output = CharBuffer.allocate(bytes.length);
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CoderResult result = decoder.decode(input, output, true);
    String text = output.flip().toString();
    if (result.isError()) {
      findings.add(
          end(text),
          ProblemCode.ENCODING,
          "byte " + (input.position() + 1) + " of the file is not UTF-8; save it as UTF-8");
      return Optional.empty();
    }
    return checked(text, findings);
  }

  /** Returns a text without byte order mark, or empty where it was refused. */
  public static Optional<String> check(String text, Findings findings) {
    if (text.length() > MOST_BYTES) {
      tooLarge(text.length(), findings);
      return Optional.empty();
    }
    return checked(text, findings);
  }

  /** Adds that a file of that many bytes is too large. */
  public static void tooLarge(long bytes, Findings findings) {
    findings.add(
        Position.START,
        ProblemCode.SIZE_LIMIT,
        String.format(
            Locale.ROOT,
            "%.1f MB, the limit is 1 MB; split it",
            Math.ceil(bytes / 100_000.0) / 10));
  }

  private static Optional<String> checked(String text, Findings findings) {
    boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
    String content = marked ? text.substring(1) : text;
    if (content.startsWith(LFS_POINTER)) {
      findings.add(
          Position.START,
          ProblemCode.LFS_POINTER,
          "this is a pointer of Git LFS, not the file itself; keep definitions out of Git LFS");
    }
    if (!ordinary(content)) {
      int line = 1;
      for (String each : (Iterable<String>) content.lines()::iterator) {
        checkLine(each, line++, findings);
      }
    }
    return findings.none() ? Optional.of(content) : Optional.empty();
  }

  /** Tells, as soon as possible, that nothing is wrong with any line; nearly all texts are so. */
  private static boolean ordinary(String text) {
    int line = 0;
    for (int index = 0; index < text.length(); index++) {
      char each = text.charAt(index);
      if (each == '\n' || each == '\r') {
        line = index + 1;
      } else if (!ordinary(each)
          || index - line >= LONGEST_LINE
          || (each == '<' && index == line && text.startsWith(CONFLICT, index))) {
        return false;
      }
    }
    return true;
  }

  private static boolean ordinary(char each) {
    return each < 0x7F ? each >= ' ' || each == '\t' : each >= 0xA0 && each < FIRST_THAT_REORDERS;
  }

  private static void checkLine(String line, int number, Findings findings) {
    if (line.length() > LONGEST_LINE) {
      findings.add(
          new Position(number, 1),
          ProblemCode.LINE_LIMIT,
          "the line has " + line.length() + " characters, the limit is " + LONGEST_LINE);
    }
    if (line.startsWith(CONFLICT)) {
      findings.add(
          new Position(number, 1),
          ProblemCode.MERGE_CONFLICT_MARKERS,
          "a merge was not finished here; resolve it");
    }
    int column = 1;
    for (int index = 0; index < line.length(); column++) {
      int point = line.codePointAt(index);
      checkCharacter(point, new Position(number, column), findings);
      index += Character.charCount(point);
    }
  }

  private static void checkCharacter(int point, Position position, Findings findings) {
    if (Character.getType(point) == Character.SURROGATE) {
      findings.add(
          position, ProblemCode.ENCODING, Wording.codePoint(point) + " is half a character");
    } else if ((Character.isISOControl(point) && point != '\t') || reorders(point)) {
      findings.add(
          position,
          ProblemCode.CONTROL_CHARACTER,
          Wording.codePoint(point) + " is a character that cannot be seen; remove it");
    }
  }

  /** Tells whether a character changes the order in which those after it are shown. */
  private static boolean reorders(int point) {
    return (point >= 0x202A && point <= 0x202E)
        || (point >= 0x2066 && point <= 0x2069)
        || point == BYTE_ORDER_MARK
        || point == 0xFFFE
        || point == 0xFFFF;
  }

  private static boolean utf16(byte[] bytes) {
    if (bytes.length < 2) {
      return false;
    }
    int mark = (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
    return mark == 0xFEFF || mark == 0xFFFE;
  }

  private static Position end(String text) {
    int line = 1 + (int) text.chars().filter(each -> each == '\n').count();
    String last = text.substring(text.lastIndexOf('\n') + 1);
    return new Position(line, last.codePointCount(0, last.length()) + 1);
  }
}
