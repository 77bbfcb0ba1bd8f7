package dev.promotion.promoter;

import dev.promotion.port.FileValues;
import dev.promotion.port.FoundValues;
import dev.promotion.port.ValuesRefusedException;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.release.PromotedValue;
import dev.promotion.repository.RepositoryPath;
import dev.promotion.template.JsonPath;
import java.util.List;

/** Stands in where nothing can look into files: whole files are promoted, values are refused. */
final class NoFileValues implements FileValues {

  private static final Problem PROBLEM =
      new Problem(
          ProblemCode.FILE_VALUES_MISSING,
          "",
          "values inside the file are promoted, but nothing here can read them; put promotion-yaml"
              + " on the class path, or give the promoter fileValues(...)");

  @Override
  public FoundValues find(RepositoryPath file, byte[] content, List<JsonPath> paths) {
    return new FoundValues(List.of(), List.of(PROBLEM), List.of());
  }

  @Override
  public byte[] put(RepositoryPath file, byte[] content, List<PromotedValue> values) {
    throw new ValuesRefusedException(List.of(PROBLEM));
  }
}
