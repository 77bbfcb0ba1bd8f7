package dev.promotion.yaml.internal.tree;

import dev.promotion.yaml.internal.finding.Position;

/** A value in a YAML text, as it was written: aliases are not replaced, tags are not applied. */
public sealed interface YamlNode permits YamlAlias, YamlMapping, YamlScalar, YamlSequence {

  /** Returns the line that the value starts in, its tag and anchor included, counted from 1. */
  int line();

  /** Returns the character of the line that the value starts with, counted from 1. */
  int column();

  /** Returns where the value starts. */
  default Position position() {
    return new Position(line(), column());
  }

  /** Returns the tag as it was written; empty where there is none. */
  String tag();
}
