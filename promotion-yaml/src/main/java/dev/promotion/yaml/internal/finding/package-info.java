/**
 * What is wrong with a text and where: {@link dev.promotion.yaml.internal.finding.Findings} gathers
 * it until the file is known.
 */
@NullMarked
package dev.promotion.yaml.internal.finding;

import org.jspecify.annotations.NullMarked;
