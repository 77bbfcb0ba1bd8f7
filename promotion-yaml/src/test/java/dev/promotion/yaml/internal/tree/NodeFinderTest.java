package dev.promotion.yaml.internal.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.yaml.internal.finding.Findings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeFinderTest {

  private static final YamlNode ROOT =
      YamlParser.parse(
              """
              metadata:
                labels: {a.b/c: d}
              spec:
                steps:
                  - environment: qa
                  - environment: production
              """,
              new Findings())
          .get(0);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                        | 1:1",
        "metadata                  | 2:3",
        "metadata.labels['a.b/c']  | 2:19",
        "spec.steps[1].environment | 6:20",
        "spec.steps[1]             | 6:7"
      })
  void aFieldIsFoundWhereItsValueStarts(String field, String position) {
    assertThat(NodeFinder.position(ROOT, field)).hasToString(position);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "spec.timeout                | 4:3",
        "spec.steps[2]               | 5:5",
        "spec.steps[0].policy.action | 5:7",
        "metadata[0]                 | 2:3",
        "spec.steps.first            | 5:5",
        "metadata.labels['a.b/c'].x  | 2:19"
      })
  void aMissingFieldIsPlacedAtWhatWouldHoldIt(String field, String position) {
    assertThat(NodeFinder.position(ROOT, field)).hasToString(position);
  }
}
