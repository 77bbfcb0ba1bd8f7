package dev.promotion.yaml.internal.document;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Kubernetes keeps about every object.
 *
 * @param name the name
 * @param labels the labels
 * @param annotations the annotations
 */
@Accepts({
  "creationTimestamp",
  "deletionGracePeriodSeconds",
  "deletionTimestamp",
  "finalizers",
  "generateName",
  "generation",
  "managedFields",
  "namespace",
  "ownerReferences",
  "resourceVersion",
  "selfLink",
  "uid"
})
public record Metadata(
    @Required("names the definition") @Nullable String name,
    @Nullable Map<String, @Nullable String> labels,
    @Nullable Map<String, @Nullable String> annotations) {}
