package dev.promotion.yaml.internal.document;

import org.jspecify.annotations.Nullable;

/**
 * Where the version of what is promoted is written.
 *
 * @param file the file, relative to the source folder
 * @param jsonPath the value in it
 */
public record VersionSource(
    @Required("names the file that holds the version") @Nullable String file,
    @Required("leads to the version in the file") @Nullable String jsonPath) {}
