package dev.promotion.testkit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What several threads did to one thing and saw of it, and whether that could have happened one
 * operation after the other (the check of Wing and Gong): each operation somewhere between its call
 * and its return, and each result right for its place.
 *
 * <p>Thread-safe.
 *
 * @param <S> what the thing is at one time; a value, equal by its parts
 */
public final class ConcurrentHistory<S> {

  private record Step<S>(
      String text, long called, long returned, Function<S, Optional<S>> effect) {}

  private final AtomicLong time = new AtomicLong();
  private final List<Step<S>> steps = new ArrayList<>();

  /** Creates a history in which nothing has happened. */
  public ConcurrentHistory() {}

  /**
   * Does something and keeps when it was called and when it returned.
   *
   * @param text what it is, for people to read
   * @param operation does it and returns what it saw: for a state just before, the state just
   *     after, or empty if what was seen cannot have been seen in that state
   */
  public void record(String text, Supplier<Function<S, Optional<S>>> operation) {
    long called = time.incrementAndGet();
    Function<S, Optional<S>> effect = operation.get();
    add(text, called, time.incrementAndGet(), effect);
  }

  /**
   * Adds an operation that was timed elsewhere.
   *
   * @param text what it is, for people to read
   * @param called when it was called
   * @param returned when it returned, later than it was called; {@link Long#MAX_VALUE} if it never
   *     did, so that it may have happened at any later time or not at all
   * @param effect for a state just before, the state just after; empty if what was seen cannot have
   *     been seen in that state
   */
  public void add(String text, long called, long returned, Function<S, Optional<S>> effect) {
    synchronized (steps) {
      steps.add(new Step<>(text, called, returned, effect));
    }
  }

  /**
   * Finds an order in which everything could have happened one after the other.
   *
   * @param initial the state before anything was called
   * @return the operations in such an order, or empty if there is none
   */
  public Optional<List<String>> order(S initial) {
    List<Step<S>> all;
    synchronized (steps) {
      all = List.copyOf(steps);
    }
    List<String> order = new ArrayList<>();
    return new Search<>(all, order).from(initial, new BitSet())
        ? Optional.of(order)
        : Optional.empty();
  }

  /** A depth-first search that remembers what led nowhere. */
  private record Search<S>(List<Step<S>> steps, List<String> order, Set<Dead<S>> dead) {

    Search(List<Step<S>> steps, List<String> order) {
      this(steps, order, new HashSet<>());
    }

    boolean from(S state, BitSet done) {
      long firstReturn = Long.MAX_VALUE;
      for (int index = done.nextClearBit(0);
          index < steps.size();
          index = done.nextClearBit(index + 1)) {
        firstReturn = Math.min(firstReturn, steps.get(index).returned());
      }
      if (firstReturn == Long.MAX_VALUE) {
        return true;
      }
      Dead<S> here = new Dead<>(state, (BitSet) done.clone());
      return !dead.contains(here) && (next(state, done, firstReturn) || !dead.add(here));
    }

    /** Tries each operation that was called before any of those left had returned. */
    private boolean next(S state, BitSet done, long firstReturn) {
      for (int index = done.nextClearBit(0);
          index < steps.size();
          index = done.nextClearBit(index + 1)) {
        Step<S> step = steps.get(index);
        if (step.called() < firstReturn && leadsOn(step, index, state, done)) {
          return true;
        }
      }
      return false;
    }

    private boolean leadsOn(Step<S> step, int index, S state, BitSet done) {
      Optional<S> after = step.effect().apply(state);
      if (after.isEmpty()) {
        return false;
      }
      done.set(index);
      order.add(step.text());
      if (from(after.get(), done)) {
        return true;
      }
      order.remove(order.size() - 1);
      done.clear(index);
      return false;
    }
  }

  /** A state from which what is left cannot have happened. */
  private record Dead<S>(S state, BitSet done) {}
}
