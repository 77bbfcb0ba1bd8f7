package dev.promotion.yaml.internal.values;

import java.util.List;

/**
 * What is read from a text.
 *
 * @param documents the root values
 * @param aliases all aliases in them, in the order of the text
 */
record ValueTrees(List<ValueNode> documents, List<ValueAlias> aliases) {

  ValueTrees {
    documents = List.copyOf(documents);
    aliases = List.copyOf(aliases);
  }
}
