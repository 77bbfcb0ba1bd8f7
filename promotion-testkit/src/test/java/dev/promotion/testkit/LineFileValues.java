package dev.promotion.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.promotion.port.FileValues;
import dev.promotion.port.FoundValue;
import dev.promotion.port.FoundValues;
import dev.promotion.port.ValuesRefusedException;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.release.PromotedValue;
import dev.promotion.repository.RepositoryPath;
import dev.promotion.template.JsonPath;
import dev.promotion.template.NormalizedPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values in files of {@code name: value} lines, as simple as the contract allows. */
final class LineFileValues implements FileValues {

  private static final Pattern PATH = Pattern.compile("\\$\\.([\\w ]+)|\\$\\['([\\w ]+)']");
  private static final String SOURCE =
      "\"[^\"\r\n]*\"|'[^'\r\n]*'|[^\\s\"'#\\[{][^\\s#]*(?: [^\\s#]+)*";

  @Override
  public FoundValues find(RepositoryPath file, byte[] content, List<JsonPath> paths) {
    Map<String, FoundValue> values = new LinkedHashMap<>();
    List<Problem> problems = new ArrayList<>();
    for (JsonPath path : paths) {
      Matcher named = PATH.matcher(path.text());
      if (!named.matches()) {
        problems.add(new Problem(ProblemCode.PATH_SYNTAX, "", "'" + path + "' is not a path"));
        continue;
      }
      String name = name(named);
      Matcher line = line(new String(content, UTF_8), name);
      if (line.find()) {
        String source = line.group(1);
        String text = source.replaceAll("^[\"']|[\"']$", "");
        NormalizedPath place = new NormalizedPath("$['" + name + "']");
        values.put(name, new FoundValue(place, source, Optional.of(text)));
      } else {
        problems.add(missing(path.text()));
      }
    }
    return new FoundValues(List.copyOf(values.values()), problems, List.of());
  }

  @Override
  public byte[] put(RepositoryPath file, byte[] content, List<PromotedValue> values) {
    StringBuilder text = new StringBuilder(new String(content, UTF_8));
    List<Problem> problems = new ArrayList<>();
    for (PromotedValue value : values) {
      Matcher named = PATH.matcher(value.place().text());
      String name = named.matches() ? name(named) : "";
      Matcher line = line(text.toString(), name);
      if (!value.source().matches(SOURCE)) {
        problems.add(new Problem(ProblemCode.VALUE_SYNTAX, "", name + " is not one value"));
      } else if (line.find()) {
        text.replace(line.start(1), line.end(1), value.source());
      } else if (value.create()) {
        text.append(name).append(": ").append(value.source()).append('\n');
      } else {
        problems.add(missing(value.place().text()));
      }
    }
    if (!problems.isEmpty()) {
      throw new ValuesRefusedException(problems);
    }
    return text.toString().getBytes(UTF_8);
  }

  private static String name(Matcher named) {
    return named.group(1) == null ? named.group(2) : named.group(1);
  }

  private static Matcher line(String text, String name) {
    return Pattern.compile("(?m)^\uFEFF?" + Pattern.quote(name) + ": (" + SOURCE + ")")
        .matcher(text);
  }

  private static Problem missing(String path) {
    return new Problem(ProblemCode.PATH_NO_MATCH, "1:1", path + " finds nothing; add it, or tag");
  }
}
