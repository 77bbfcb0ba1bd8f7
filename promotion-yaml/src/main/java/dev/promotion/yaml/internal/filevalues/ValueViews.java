package dev.promotion.yaml.internal.filevalues;

import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.ProblemCode;
import dev.promotion.yaml.internal.values.ValueAlias;
import dev.promotion.yaml.internal.values.ValueList;
import dev.promotion.yaml.internal.values.ValueMap;
import dev.promotion.yaml.internal.values.ValueMember;
import dev.promotion.yaml.internal.values.ValueNode;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The values of a file as paths see them, each map with the members that merge keys bring into it.
 * Not thread-safe.
 */
final class ValueViews {

  /** How many members merge keys may bring: a short text can ask for millions. */
  static final int MOST_MERGED = 100_000;

  /** How deep merge keys may lead from map to map. */
  static final int MOST_DEPTH = 100;

  private final IdentityHashMap<ValueMap, Map<String, ValueView>> members = new IdentityHashMap<>();
  private final IdentityHashMap<ValueList, List<ValueView>> elements = new IdentityHashMap<>();
  private int merged;
  private int depth;

  ValueView of(ValueNode node) {
    return new ValueView(this, node, false);
  }

  List<ValueView> elements(ValueList list) {
    return elements.computeIfAbsent(list, each -> each.items().stream().map(this::of).toList());
  }

  /** Returns the members of a map that have a name. What merges itself brings nothing more. */
  Map<String, ValueView> members(ValueMap map) {
    Map<String, ValueView> known = members.get(map);
    if (known != null) {
      return known;
    }
    Map<String, ValueView> views = new LinkedHashMap<>();
    members.put(map, views);
    Set<String> own = new HashSet<>();
    for (ValueMember member : map.members()) {
      if (isOwn(member)) {
        own.add(member.name());
      }
    }
    for (ValueMember member : map.members()) {
      if (isOwn(member)) {
        views.put(member.name(), of(member.value()));
      } else if (member.isMerge()) {
        merge(member.value(), own, views);
      }
    }
    return views;
  }

  private static boolean isOwn(ValueMember member) {
    return member.isNamed() && !member.isMerge();
  }

  private void merge(ValueNode from, Set<String> own, Map<String, ValueView> into) {
    if (++depth > MOST_DEPTH) {
      throw limit("lead through more than " + MOST_DEPTH + " maps");
    }
    ValueNode content = from instanceof ValueAlias alias ? alias.target() : from;
    if (content instanceof ValueList list) {
      list.items().forEach(item -> merge(item, own, into));
    } else if (content instanceof ValueMap map) {
      for (Map.Entry<String, ValueView> each : List.copyOf(members(map).entrySet())) {
        if (!own.contains(each.getKey()) && !into.containsKey(each.getKey())) {
          count();
          into.put(each.getKey(), each.getValue().merge());
        }
      }
    }
    depth--;
  }

  private void count() {
    if (++merged > MOST_MERGED) {
      throw limit("bring more than " + MOST_MERGED + " values");
    }
  }

  private static InvalidDefinitionException limit(String what) {
    return new InvalidDefinitionException(
        ProblemCode.PATH_LIMIT, "", "the merge keys of the file " + what + "; write them out");
  }
}
