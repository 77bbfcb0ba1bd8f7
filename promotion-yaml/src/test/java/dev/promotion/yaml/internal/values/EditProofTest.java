package dev.promotion.yaml.internal.values;

import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.template.NormalizedPath;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditProofTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: 1 | a: 2",
        "a: 1 | a: '1'",
        "a: 1 | b: 1",
        "a: 1 | a: {}",
        "a: 1 | a: !!str 1",
        "a: 1 | a: &x 1",
        "a: {} | a: []",
        "a: {} | a: 1",
        "a: [] | a: {}",
        "a: [] | a: [1]",
        "a: [1] | a: [2]",
        "a: {b: 1} | a: {b: 1, c: 2}",
        "{a: 1} | a: 1",
        "[a] | - a",
        "a: 1 | ---",
        "[&x 1, *x] | [&x 1, x]",
        "[&x 1, &y 1, *x] | [&x 1, &y 1, *y]",
        "[&x 1, 2, *x] | [1, &x 2, *x]",
        "[&x 1, *x] | [&x 1, 1]",
      })
  void anyOtherDifferenceIsFound(String before, String after) {
    assertThat(new EditProof(yaml(before), yaml(after)).holds()).isFalse();
    assertThat(new EditProof(yaml(before), yaml("# same\n" + before)).holds()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | 1 | true",
        "1 | 2 | false",
        "1 | \"1\" | false",
        "1 | {} | false",
        "1 | &x 1 | false",
        "1 | !!str 1 | false",
        "[1] | [1] | true",
        "[1] | [1, 2] | false",
        "[1, 2] | [1] | false",
        "[1] | [2] | false",
        "[1] | [ 1 ] | false",
        "[1] | [&y 1] | false",
        "[&y 1, *y] | [&y 1, *y] | true",
        "[&y 1, &z 2, *y] | [&y 1, &z 2, *z] | false",
        "{b: {c: 1}} | {b: {c: 2}} | false",
      })
  void aNewValueMustBeFoundAsItWasGiven(String given, String found, boolean holds) {
    ValueFile before = yaml("a: 0\nb: 1\n");
    EditProof proof = new EditProof(before, yaml("a: " + found + "\nb: 1\n"));
    proof.expect(spot(before, "$['a']").node(), value(given));

    assertThat(proof.holds()).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: {b: 1} | a: {b: 1, c: {d: 2}} | true",
        "a: {b: 1} | a: {b: 1} | false",
        "a: {b: 1} | a: {b: 2, c: {d: 2}} | false",
        "a: {b: 1} | a: {b: 1, e: {d: 2}} | false",
        "a: {b: 1} | a: {b: 1, c: {e: 2}} | false",
        "a: {b: 1} | a: {b: 1, c: {d: 3}} | false",
        "a: {b: 1} | a: {b: 1, c: 2} | false",
        "a: {b: 1} | a: {b: 1, [c]: {d: 2}} | false",
        "a: {b: 1} | a: {b: 1, c: {d: 2, e: 3}} | false",
        "a: {b: 1} | a: &x {b: 1, c: {d: 2}} | false",
        "a: {b: 1} | a: [] | false",
        "a: | a: {c: {d: 2}} | true",
        "a: | a: {b: 1, c: {d: 2}} | false",
      })
  void newMembersStandAfterThoseThatWereThere(String before, String after, boolean holds) {
    ValueFile file = yaml(before + "\n");
    EditProof proof = new EditProof(file, yaml(after + "\n"));
    proof.expect(new Growth(spot(file, "$['a']"), List.of("c", "d"), value("2")));

    assertThat(proof.holds()).isEqualTo(holds);
  }

  @Test
  void aMapKeepsItsStyleWhenItGrows() {
    ValueFile file = yaml("a: {b: 1}\n");
    EditProof proof = new EditProof(file, yaml("a:\n  b: 1\n  c: 2\n"));
    proof.expect(new Growth(spot(file, "$['a']"), List.of("c"), value("2")));

    assertThat(proof.holds()).isFalse();
  }

  @Test
  void aMergeKeyIsNoNewMember() {
    ValueFile file = yaml("a: {b: 1}\n");
    EditProof proof = new EditProof(file, yaml("a: {b: 1, <<: 2}\n"));
    proof.expect(new Growth(spot(file, "$['a']"), List.of("<<"), value("2")));

    assertThat(proof.holds()).isFalse();
  }

  private static Spot spot(ValueFile file, String path) {
    return new PlaceFinder(file)
        .find(Place.of(new NormalizedPath(path)), new ArrayList<>())
        .orElseThrow()
        .spot();
  }

  private static NewValue value(String source) {
    return NewValue.of(source, ValueFormat.YAML);
  }

  private static ValueFile yaml(String text) {
    return ValueFile.of(text, false, ValueFormat.YAML);
  }
}
