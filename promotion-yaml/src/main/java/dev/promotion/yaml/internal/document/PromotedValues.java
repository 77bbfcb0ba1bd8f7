package dev.promotion.yaml.internal.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The promoted values of a file.
 *
 * @param jsonPaths lead to the values
 * @param create whether a value that the target does not have is created there
 */
public record PromotedValues(
    @Required("leads to the promoted values, like $.image.tag, or '*' for the whole file")
        @Nullable List<@Nullable String> jsonPaths,
    @OnlyIn("promotion.dev/v1") @Nullable Boolean create) {}
