package dev.promotion.testkit.simulation;

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
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Values in files that have a {@code name: value} on each line; {@code $.name} leads to one. */
final class LineValues implements FileValues {

  @Override
  public FoundValues find(RepositoryPath file, byte[] content, List<JsonPath> paths) {
    List<FoundValue> values = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (JsonPath path : paths) {
      new String(content, UTF_8)
          .lines()
          .filter(line -> leadsTo(path.text(), line))
          .findFirst()
          .map(LineValues::source)
          .ifPresentOrElse(
              source ->
                  values.add(
                      new FoundValue(new NormalizedPath(path.text()), source, Optional.of(source))),
              () -> problems.add(problem(path.text())));
    }
    return new FoundValues(values, problems, List.of());
  }

  @Override
  public byte[] put(RepositoryPath file, byte[] content, List<PromotedValue> values) {
    String text = new String(content, UTF_8);
    for (PromotedValue value : values) {
      String path = value.place().text();
      if (text.lines().noneMatch(line -> leadsTo(path, line))) {
        throw new ValuesRefusedException(List.of(problem(path)));
      }
      text =
          text.lines()
              .map(line -> leadsTo(path, line) ? name(line) + ": " + value.source() : line)
              .map(line -> line + "\n")
              .collect(Collectors.joining());
    }
    return text.getBytes(UTF_8);
  }

  private static boolean leadsTo(String path, String line) {
    return line.contains(": ") && path.equals("$." + name(line).strip());
  }

  private static String name(String line) {
    return line.substring(0, line.indexOf(':'));
  }

  private static String source(String line) {
    return line.substring(line.indexOf(':') + 2);
  }

  private static Problem problem(String path) {
    return new Problem(ProblemCode.PATH_NO_MATCH, "", path + " finds nothing; add it");
  }
}
