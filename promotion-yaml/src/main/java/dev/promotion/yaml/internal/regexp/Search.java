package dev.promotion.yaml.internal.regexp;

import java.util.function.IntConsumer;

/** Follows a program through a text in all ways at once. Used once. */
final class Search {

  private final Program program;
  private final String text;
  private final IntConsumer cost;
  private final int[] open;
  private int[] present;
  private int[] next;

  /** The step in which an instruction was last reached, so that none is followed twice. */
  private final int[] reached;

  private int steps;
  private int count;
  private boolean matched;

  Search(Program program, String text, IntConsumer cost) {
    this.program = program;
    this.text = text;
    this.cost = cost;
    int size = program.code().size();
    this.open = new int[2 * size + 1];
    this.present = new int[size];
    this.next = new int[size];
    this.reached = new int[size];
    cost.accept(size / 16);
  }

  boolean whole() {
    follow(0, 0);
    for (int at = 0; at < text.length(); ) {
      if (count == 0) {
        return false;
      }
      at = step(at);
    }
    return matched;
  }

  boolean anywhere() {
    follow(0, 0);
    for (int at = 0; at < text.length() && !matched; ) {
      at = step(at);
      follow(0, at);
    }
    return matched;
  }

  /** Takes the character at a place, and returns the place of the next one. */
  private int step(int at) {
    int point = text.codePointAt(at);
    int after = at + Character.charCount(point);
    int[] from = present;
    int size = count;
    present = next;
    next = from;
    count = 0;
    matched = false;
    steps++;
    cost.accept(size + 1);
    for (int index = 0; index < size; index++) {
      Program.Instruction instruction = program.code().get(from[index]);
      if (instruction.takes(point)) {
        follow(instruction.next(), after);
      }
    }
    return after;
  }

  /** Adds all instructions that are reached from one without a character being taken. */
  private void follow(int from, int at) {
    int waiting = 0;
    open[waiting++] = from;
    while (waiting > 0) {
      int index = open[--waiting];
      if (reached[index] == steps + 1) {
        continue;
      }
      reached[index] = steps + 1;
      cost.accept(1);
      Program.Instruction instruction = program.code().get(index);
      switch (instruction.kind()) {
        case CHARACTER -> present[count++] = index;
        case MATCH -> matched = true;
        case SPLIT -> {
          open[waiting++] = instruction.other();
          open[waiting++] = instruction.next();
        }
        case START -> {
          if (at == 0) {
            open[waiting++] = instruction.next();
          }
        }
        case END -> {
          if (at == text.length()) {
            open[waiting++] = instruction.next();
          }
        }
      }
    }
  }
}
