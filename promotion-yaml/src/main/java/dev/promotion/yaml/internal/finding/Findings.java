package dev.promotion.yaml.internal.finding;

import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Gathers what is wrong with a text. Not thread-safe. */
public final class Findings {

  /** As many problems as are reported of all texts together. */
  public static final int MOST = 100;

  private final Set<Finding> found = new LinkedHashSet<>();
  private final Set<String> fields = new HashSet<>();
  private final Set<Finding> warned = new LinkedHashSet<>();

  /** Adds something that is wrong at a field. */
  public void add(Position position, FieldPath field, ProblemCode code, String message) {
    add(position, field.toString(), code, message);
  }

  /** Adds something that is wrong at a field. */
  public void add(Position position, String field, ProblemCode code, String message) {
    fields.add(field);
    if (found.size() < MOST) {
      found.add(new Finding(position, field, code, message));
    }
  }

  /** Adds something that is wrong with the text as such. */
  public void add(Position position, ProblemCode code, String message) {
    add(position, "", code, message);
  }

  /** Adds something that is worth a look, but not wrong. */
  public void warn(Position position, String field, ProblemCode code, String message) {
    if (warned.size() < MOST) {
      warned.add(new Finding(position, field, code, message));
    }
  }

  /** Adds what was found in a part of the text. */
  public void addAll(Findings part) {
    part.found.stream().limit(MOST - found.size()).forEach(found::add);
    part.warned.stream().limit(MOST - warned.size()).forEach(warned::add);
  }

  /** Lets a missing field be no finding of its own, because another one explains it. */
  public void excuse(FieldPath field) {
    fields.add(field.toString());
  }

  /** Tells whether a field, or one that holds it, is explained by what was found already. */
  public boolean explain(String field) {
    for (String known = field; !known.isEmpty(); known = outer(known)) {
      if (fields.contains(known)) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether something was found at a field or in it. */
  public boolean within(String field) {
    return fields.stream().anyMatch(each -> each.startsWith(field));
  }

  /** Tells whether nothing was found. */
  public boolean none() {
    return found.isEmpty();
  }

  /** Returns what was found as problems of a file, in the order of the text. */
  public List<Problem> in(String file) {
    return in(file, found);
  }

  /** Returns the warnings as problems of a file, in the order of the text. */
  public List<Problem> warningsIn(String file) {
    return in(file, warned);
  }

  private static List<Problem> in(String file, Set<Finding> findings) {
    return findings.stream()
        .sorted(Comparator.comparing(Finding::position))
        .map(finding -> finding.in(file))
        .toList();
  }

  private static String outer(String field) {
    return field.substring(
        0, Math.max(0, Math.max(field.lastIndexOf('.'), field.lastIndexOf('['))));
  }
}
