package dev.promotion.yaml.internal.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The schema that editors are given. */
class JsonSchemaTest {

  private static final String OURS = "promotion.dev/v1";
  private static final Path FILE = Path.of("../docs/schema/promotion.dev-v1.schema.json");

  /** With {@code -Dpromotion.schema.write=true} the file is written anew. */
  @Test
  void isWhatTheRecordsOfTheDocumentsSay() throws IOException {
    Map<String, Class<?>> kinds = new LinkedHashMap<>();
    kinds.put("Environment", EnvironmentDocument.class);
    kinds.put("Product", ProductDocument.class);
    kinds.put("PromotionFlow", FlowDocument.class);
    kinds.put("PromotionPolicy", PolicyDocument.class);
    kinds.put("PromotionTemplate", TemplateDocument.class);
    String schema = JsonSchema.of(OURS, kinds);
    if (Boolean.getBoolean("promotion.schema.write")) {
      Files.writeString(FILE, schema);
    }

    assertThat(Files.readString(FILE)).isEqualTo(schema);
    assertThat(
            Stream.of(Kind.values())
                .filter(kind -> kind.versions().contains(OURS))
                .map(Kind::toString))
        .containsExactlyElementsOf(kinds.keySet());
  }
}
