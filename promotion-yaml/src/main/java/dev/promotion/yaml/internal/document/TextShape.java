package dev.promotion.yaml.internal.document;

import dev.promotion.problem.ProblemCode;
import dev.promotion.yaml.internal.finding.FieldPath;
import dev.promotion.yaml.internal.finding.Wording;
import dev.promotion.yaml.internal.tree.YamlNode;
import dev.promotion.yaml.internal.tree.YamlScalar;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A text, kept as it stands: {@code 1.10} stays {@code 1.10}. */
final class TextShape extends Shape {

  private static final Pattern TRUTH =
      Pattern.compile(
          "y|Y|yes|Yes|YES|n|N|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF");
  private static final int LONGEST_TRUTH = "false".length();
  private static final Set<String> TRUE = Set.of("y", "yes", "true", "on");

  @Override
  JsonNode convert(YamlNode node, FieldPath path, Reading reading) {
    if (!(node instanceof YamlScalar scalar)) {
      return reading.wrongType(node, path, "text");
    }
    String text = scalar.text();
    if (!scalar.plain() || text.length() > LONGEST_TRUTH || !TRUTH.matcher(text).matches()) {
      reading.warnOfNumber(scalar, path);
      return JSON.stringNode(text);
    }
    reading
        .findings()
        .add(
            node.position(),
            path,
            ProblemCode.AMBIGUOUS_TEXT,
            Wording.quoted(text)
                + " can be read as text or as "
                + TRUE.contains(text.toLowerCase(Locale.ROOT))
                + "; if text is meant, quote it");
    return JSON.nullNode();
  }
}
