package dev.promotion.yaml.internal.values;

import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds places in a file. A path knows nothing of documents: it means that one of the file's
 * documents in which it leads somewhere, and none if there are several.
 */
final class PlaceFinder {

  /**
   * How far a path leads in a document.
   *
   * @param spot the last value on it that is there
   * @param rest the steps that lead on from there to nothing; empty if all is there
   * @param shared the alias or merge key that the path leads through, if it does
   */
  record Way(Spot spot, List<PathStep> rest, Optional<ValueNode> shared) {

    /** Tells whether the value is in this document. */
    boolean arrives() {
      return rest.isEmpty() || shared.isPresent();
    }
  }

  private final ValueFile file;

  PlaceFinder(ValueFile file) {
    this.file = file;
  }

  ValueFile file() {
    return file;
  }

  /** Returns the way to a place, which may end before it, or adds why there is none. */
  Optional<Way> find(Place place, List<Problem> problems) {
    List<Way> ways =
        file.documents().stream()
            .map(root -> way(root, place.steps()))
            .sorted(Comparator.comparingInt((Way way) -> way.rest().size()))
            .toList();
    List<Way> arriving = ways.stream().filter(Way::arrives).toList();
    if (ways.isEmpty()) {
      problems.add(nothing(place, 0, List.of()));
      return Optional.empty();
    }
    if (arriving.size() > 1) {
      problems.add(several(place, arriving));
      return Optional.empty();
    }
    if (arriving.size() == 1) {
      return open(place, arriving.get(0), problems);
    }
    boolean tie = ways.size() > 1 && ways.get(0).rest().size() == ways.get(1).rest().size();
    if (tie) {
      problems.add(nothing(place, 0, List.of()));
      return Optional.empty();
    }
    return Optional.of(ways.get(0));
  }

  /** Returns why a value that is missing cannot be added at the end of a way, if so. */
  Optional<Problem> closed(Place place, Way way) {
    ValueNode node = way.spot().node();
    if (way.rest().get(0).isItem() && node instanceof ValueList list) {
      return Optional.of(
          problem(
              node,
              ProblemCode.PATH_INDEX,
              place.path()
                  + " leads to an item that is not there: the list has "
                  + list.items().size()
                  + "; only keys are created, so promote the whole list"));
    }
    if (way.rest().stream().anyMatch(PathStep::isItem)) {
      return Optional.of(missing(place, way));
    }
    boolean none = node instanceof ValueScalar scalar && scalar.kind() == ValueKind.NULL;
    if (node instanceof ValueMap || none) {
      return Optional.empty();
    }
    return Optional.of(
        problem(
            node,
            ProblemCode.PATH_TYPE_CHANGE,
            place.path() + " leads into " + Shown.kind(node) + ", where a map is needed"));
  }

  /** Returns that a way does not lead to its place. */
  Problem missing(Place place, Way way) {
    ValueNode node = way.spot().node();
    PathStep step = way.rest().get(0);
    if (step.isItem() && node instanceof ValueList) {
      return closed(place, way).orElseThrow();
    }
    List<String> names =
        node instanceof ValueMap map
            ? map.members().stream().filter(ValueMember::isNamed).map(ValueMember::name).toList()
            : List.of();
    return new Problem(
        ProblemCode.PATH_NO_MATCH_TARGET,
        file.position(node.start()).toString(),
        place.path() + " finds nothing; keys there: " + Shown.names(step.name(), names));
  }

  private Way way(ValueNode root, List<PathStep> steps) {
    List<ValueNode> chain = new ArrayList<>();
    chain.add(root);
    for (int index = 0; index < steps.size(); index++) {
      ValueNode node = chain.get(chain.size() - 1);
      Optional<ValueNode> next = next(node, steps.get(index));
      if (next.isEmpty()) {
        Optional<ValueNode> shared =
            node instanceof ValueAlias ? Optional.of(node) : merged(node, steps.get(index));
        return new Way(spot(chain), steps.subList(index, steps.size()), shared);
      }
      chain.add(next.get());
    }
    return new Way(spot(chain), List.of(), Optional.empty());
  }

  private Spot spot(List<ValueNode> chain) {
    return new Spot(file, List.copyOf(chain));
  }

  private static Optional<ValueNode> next(ValueNode node, PathStep step) {
    if (!step.isItem()) {
      return node instanceof ValueMap map ? map.get(step.name()) : Optional.empty();
    }
    return node instanceof ValueList list && step.index() < list.items().size()
        ? Optional.of(list.items().get(step.index()))
        : Optional.empty();
  }

  /** Returns the merge key that brings a name into a map, if one does. */
  private static Optional<ValueNode> merged(ValueNode node, PathStep step) {
    if (step.isItem() || !(node instanceof ValueMap map)) {
      return Optional.empty();
    }
    return map.members().stream()
        .filter(member -> member.isMerge() && brings(member.value(), step, 0))
        .map(ValueMember::key)
        .findFirst();
  }

  private static boolean brings(ValueNode node, PathStep step, int depth) {
    if (depth > ValueFile.MOST_DEPTH) {
      return true;
    }
    if (node instanceof ValueAlias alias) {
      return brings(alias.target(), step, depth + 1);
    }
    if (node instanceof ValueList list) {
      return list.items().stream().anyMatch(item -> brings(item, step, depth + 1));
    }
    return node instanceof ValueMap map
        && (map.get(step.name()).isPresent()
            || map.members().stream()
                .anyMatch(member -> member.isMerge() && brings(member.value(), step, depth + 1)));
  }

  private Optional<Way> open(Place place, Way way, List<Problem> problems) {
    Optional<Problem> shared = shared(place, way);
    shared.ifPresent(problems::add);
    return shared.isPresent() ? Optional.empty() : Optional.of(way);
  }

  private Optional<Problem> shared(Place place, Way way) {
    if (way.shared().isPresent()) {
      return Optional.of(
          sharedAt(way.shared().get(), place, "leads through an alias or a merge key"));
    }
    return shared(place, way.spot());
  }

  /** Returns why a change of a value would also change others, if it would. */
  Optional<Problem> shared(Place place, Spot spot) {
    ValueNode node = spot.node();
    if (node instanceof ValueAlias) {
      return Optional.of(sharedAt(node, place, "leads to an alias"));
    }
    if (Portability.tagBeforeAnchor(node)) {
      return Optional.of(
          sharedAt(node, place, "leads to a value whose tag stands before its anchor"));
    }
    for (ValueAlias alias : file.aliases()) {
      ValueNode target = alias.target();
      boolean around = spot.chain().stream().anyMatch(each -> each == target);
      boolean inside = Portability.within(node, target) && !Portability.within(node, alias);
      if (around || inside) {
        return Optional.of(
            sharedAt(
                target,
                place,
                "leads to a value that is repeated by *"
                    + alias.anchor()
                    + " in line "
                    + file.position(alias.start()).line()));
      }
    }
    return Optional.empty();
  }

  private Problem sharedAt(ValueNode node, Place place, String why) {
    return problem(
        node,
        ProblemCode.PATH_SHARED_ANCHOR,
        place.path() + " " + why + "; write the value out there");
  }

  private Problem several(Place place, List<Way> ways) {
    String lines =
        ways.stream()
            .map(way -> "line " + file.position(way.spot().node().start()).line())
            .collect(Collectors.joining(", "));
    return problem(
        ways.get(0).spot().node(),
        ProblemCode.PATH_MANY,
        place.path()
            + " is in "
            + ways.size()
            + " documents of the file ("
            + lines
            + "); use one that is in exactly one");
  }

  private Problem nothing(Place place, int index, List<String> names) {
    return Refusals.problem(
        file.text(),
        index,
        ProblemCode.PATH_NO_MATCH_TARGET,
        place.path() + " finds nothing; keys there: " + Shown.names("", names));
  }

  private Problem problem(ValueNode node, ProblemCode code, String message) {
    return Refusals.problem(file.text(), node.outerStart(), code, message);
  }
}
