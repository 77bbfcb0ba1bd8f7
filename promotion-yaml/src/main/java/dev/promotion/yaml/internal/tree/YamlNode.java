package dev.promotion.yaml.internal.tree;

import dev.promotion.yaml.internal.finding.Position;

/** A value in a YAML text, as it was written: aliases are not replaced, tags are not applied. */
public sealed interface YamlNode permits YamlAlias, YamlMapping, YamlScalar, YamlSequence {

  /** Returns where the value starts, its tag and anchor included. */
  Position position();

  /** Returns the tag as it was written; empty where there is none. */
  String tag();
}
