package dev.promotion.yaml.internal.values;

import dev.promotion.port.ValuesRefusedException;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.release.PromotedValue;
import dev.promotion.yaml.internal.values.PlaceFinder.Way;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Puts values into the text of a file and leaves every other byte as it was. The result is read
 * again and compared with what was intended, so an edit is exact or is refused.
 */
public final class ValueEditor {

  private final List<Problem> problems = new ArrayList<>();
  private final List<Edit> edits = new ArrayList<>();
  private final List<Edit> additions = new ArrayList<>();

  /**
   * A value with its place.
   *
   * @param place the place
   * @param value the value
   * @param way the way to the place in the file
   */
  private record Edit(Place place, NewValue value, Way way) {

    Spot spot() {
      return way.spot();
    }

    void expectIn(EditProof proof) {
      proof.expect(spot().node(), value);
    }

    Growth growth(Spot spot, List<PathStep> rest) {
      return new Growth(spot, rest.stream().map(PathStep::name).toList(), value);
    }
  }

  /**
   * What a value changes in the text.
   *
   * @param edit the value with its place
   * @param splices the changes
   */
  private record Change(Edit edit, List<Splice> splices) {}

  private ValueEditor() {}

  /**
   * Puts values in their places. A value that is already there, written in the same way, changes
   * nothing.
   *
   * @param content the bytes of the file; not changed
   * @return the bytes of the changed file
   * @throws ValuesRefusedException with all that cannot be done; then nothing is changed
   */
  public static byte[] put(byte[] content, ValueFormat format, List<PromotedValue> values) {
    ValueFile before = ValueFile.read(content, format);
    ValueFile after = new ValueEditor().edited(before, values);
    return after.text().equals(before.text())
        ? content.clone()
        : ((after.isMarked() ? "\uFEFF" : "") + after.text()).getBytes(StandardCharsets.UTF_8);
  }

  private ValueFile edited(ValueFile before, List<PromotedValue> values) {
    PlaceFinder finder = new PlaceFinder(before);
    for (PromotedValue value : values) {
      read(value, finder);
    }
    checkOverlaps();
    throwProblems();
    ValueFile after = replaced(before);
    for (Edit addition : additions) {
      after = added(after, addition);
    }
    return after;
  }

  private void read(PromotedValue value, PlaceFinder finder) {
    try {
      Place place = Place.of(value.place());
      NewValue read = NewValue.of(value.source(), finder.file().format());
      finder
          .find(place, problems)
          .ifPresent(way -> sort(new Edit(place, read, way), value.create(), finder));
    } catch (ValuesRefusedException refused) {
      for (Problem problem : refused.problems()) {
        String named = value.place() + ": " + problem.message();
        problems.add(new Problem(problem.code(), problem.place(), named));
      }
    }
  }

  private void sort(Edit edit, boolean create, PlaceFinder finder) {
    if (edit.way().rest().isEmpty()) {
      checkTarget(edit);
      edits.add(edit);
    } else if (create) {
      finder.closed(edit.place(), edit.way()).ifPresent(problems::add);
      finder.shared(edit.place(), edit.spot()).ifPresent(problems::add);
      checkSeal(edit);
      additions.add(edit);
    } else {
      problems.add(finder.missing(edit.place(), edit.way()));
    }
  }

  private void checkTarget(Edit edit) {
    Spot spot = edit.spot();
    checkSeal(edit);
    Portability.encrypted(spot.file(), spot.node()).ifPresent(problems::add);
    ValueNode old = spot.node();
    ValueNode given = edit.value().node();
    boolean none = old instanceof ValueScalar scalar && scalar.kind() == ValueKind.NULL;
    if (!none && !Shown.kind(old).equals(Shown.kind(given))) {
      add(
          spot,
          ProblemCode.PATH_TYPE_CHANGE,
          edit.place().path()
              + " is "
              + Shown.kind(old)
              + ", the new value is "
              + Shown.kind(given));
    }
    for (ValueAlias alias : spot.file().aliases()) {
      if (!Portability.within(old, alias) && edit.value().hasAnchor(alias.anchor())) {
        add(
            spot,
            ProblemCode.VALUE_NOT_PORTABLE,
            edit.place().path()
                + ": the new value has the anchor &"
                + alias.anchor()
                + ", which the file uses already; rename one");
      }
    }
  }

  private void checkSeal(Edit edit) {
    if (Portability.isSealed(edit.spot().chain().get(0))) {
      add(
          edit.spot(),
          ProblemCode.ENCRYPTED_VALUE,
          edit.place().path() + " is in an encrypted document; promote the file as a whole");
    }
  }

  private void add(Spot spot, ProblemCode code, String message) {
    problems.add(Refusals.problem(spot.file().text(), spot.node().outerStart(), code, message));
  }

  private void checkOverlaps() {
    List<Edit> all = new ArrayList<>(edits);
    all.addAll(additions);
    Map<List<PathStep>, Place> places = new HashMap<>();
    for (Edit edit : all) {
      Place twin = places.putIfAbsent(edit.place().steps(), edit.place());
      if (twin != null) {
        overlap(edit.place(), twin);
      }
    }
    for (Edit edit : all) {
      List<PathStep> steps = edit.place().steps();
      for (int length = 0; length < steps.size(); length++) {
        Optional.ofNullable(places.get(steps.subList(0, length)))
            .ifPresent(outer -> overlap(edit.place(), outer));
      }
    }
  }

  private void overlap(Place inner, Place outer) {
    problems.add(
        new Problem(
            ProblemCode.PATH_OVERLAP,
            "",
            inner.equals(outer)
                ? inner.path() + " is given twice; give it once"
                : inner.path() + " is a part of " + outer.path() + "; promote one of them"));
  }

  private void throwProblems() {
    if (!problems.isEmpty()) {
      throw new ValuesRefusedException(problems);
    }
  }

  private ValueFile replaced(ValueFile before) {
    List<Change> changes = new ArrayList<>();
    for (Edit edit : edits) {
      if (!PortableText.of(edit.spot()).equals(edit.value().text())) {
        changes.add(new Change(edit, splices(new Placing(edit.spot(), edit.value())::splices)));
      }
    }
    throwProblems();
    if (changes.isEmpty()) {
      return before;
    }
    Optional<ValueFile> after = tried(before, changes);
    if (after.isEmpty()) {
      changes.stream()
          .filter(change -> tried(before, List.of(change)).isEmpty())
          .forEach(change -> notExact(change.edit()));
      if (problems.isEmpty()) {
        changes.forEach(change -> notExact(change.edit()));
      }
      throwProblems();
    }
    return after.orElseThrow();
  }

  private List<Splice> splices(Supplier<List<Splice>> found) {
    try {
      return found.get();
    } catch (ValuesRefusedException refused) {
      problems.addAll(refused.problems());
      return List.of();
    }
  }

  private static Optional<ValueFile> tried(ValueFile before, List<Change> changes) {
    List<Splice> splices = changes.stream().flatMap(change -> change.splices().stream()).toList();
    return reread(before, splices)
        .filter(
            after -> {
              EditProof proof = new EditProof(before, after);
              changes.forEach(change -> change.edit().expectIn(proof));
              return proof.holds();
            });
  }

  private ValueFile added(ValueFile before, Edit edit) {
    Way way = new PlaceFinder(before).find(edit.place(), problems).orElseThrow();
    Growth growth = edit.growth(way.spot(), way.rest());
    List<Splice> splices = splices(growth::splices);
    throwProblems();
    Optional<ValueFile> result =
        reread(before, splices)
            .filter(
                after -> {
                  EditProof proof = new EditProof(before, after);
                  proof.expect(growth);
                  return proof.holds();
                });
    if (result.isEmpty()) {
      notExact(edit);
      throwProblems();
    }
    return result.orElseThrow();
  }

  private static Optional<ValueFile> reread(ValueFile before, List<Splice> splices) {
    try {
      String text = Splice.apply(before.text(), splices);
      return Optional.of(ValueFile.of(text, before.isMarked(), before.format()));
    } catch (ValuesRefusedException refused) {
      return Optional.empty();
    }
  }

  private void notExact(Edit edit) {
    add(
        edit.spot(),
        ProblemCode.VALUE_STYLE,
        edit.place().path()
            + " cannot be written as it is written where it comes from without touching what"
            + " stands around it here; write both in the same style");
  }
}
