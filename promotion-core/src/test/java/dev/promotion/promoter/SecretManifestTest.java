package dev.promotion.promoter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretManifestTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "apiVersion: v1\nkind: Secret\n",
        "a: 1\n---\nkind:  \"Secret\" # of the shop\n",
        "items:\n- 'kind': 'Secret'\n",
        "{\"kind\":\"Secret\",\"data\":{}}",
        "{ kind : Secret }",
        "kind: SecretList\r\n",
        "kind:\tSecret"
      })
  void isFound(String text) {
    assertThat(SecretManifest.isIn(text.getBytes(UTF_8))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "kind: ConfigMap",
        "kind: SecretStore",
        "mankind: Secret",
        "kind: [Secret]",
        "secret: kind",
        "kind:\n  Secret: x"
      })
  void isNotSeenWhereThereIsNone(String text) {
    assertThat(SecretManifest.isIn(text.getBytes(UTF_8))).isFalse();
  }
}
