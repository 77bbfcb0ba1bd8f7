package dev.promotion.yaml.internal.values;

import java.util.ArrayList;
import java.util.List;

/** Reads lists and maps in brackets where there is no doubt what they are. */
final class QuickFlow {

  private final QuickText text;
  private final QuickScalars scalars;
  private final QuickBudget budget;

  QuickFlow(QuickText text, QuickScalars scalars, QuickBudget budget) {
    this.text = text;
    this.scalars = scalars;
    this.budget = budget;
  }

  ValueNode node(int depth) throws UncertainException {
    budget.take(depth);
    return switch (text.peek()) {
      case '[' -> list(depth);
      case '{' -> map(depth);
      default -> scalars.scalar(true);
    };
  }

  private ValueList list(int depth) throws UncertainException {
    int start = open();
    List<ValueNode> items = new ArrayList<>();
    while (text.peek() != ']') {
      items.add(node(depth + 1));
      separate(']');
    }
    text.moveTo(text.at() + 1);
    return new ValueList(start, text.at(), NodeProperties.NONE, true, List.copyOf(items));
  }

  private ValueMap map(int depth) throws UncertainException {
    int start = open();
    List<ValueMember> members = new ArrayList<>();
    while (text.peek() != '}') {
      budget.take(depth + 1);
      ValueScalar key = scalars.scalar(true);
      if (!scalars.skipColon(key)) {
        throw new UncertainException();
      }
      skipGap();
      members.add(new ValueMember(key, node(depth + 1)));
      separate('}');
    }
    text.moveTo(text.at() + 1);
    budget.checkNames(members);
    return new ValueMap(start, text.at(), NodeProperties.NONE, true, List.copyOf(members));
  }

  private int open() throws UncertainException {
    int start = text.at();
    text.moveTo(start + 1);
    skipGap();
    return start;
  }

  private void separate(char close) throws UncertainException {
    skipGap();
    if (text.peek() == ',') {
      text.moveTo(text.at() + 1);
      skipGap();
    } else if (text.peek() != close) {
      throw new UncertainException();
    }
  }

  /** Moves past blanks and line breaks; the marker of a document ends it even in brackets. */
  private void skipGap() throws UncertainException {
    text.skipSpaces();
    while (!text.isEnd() && text.isBreakOrEnd(text.at())) {
      text.nextLine();
      if (text.isMarker()) {
        throw new UncertainException();
      }
      text.skipSpaces();
    }
  }
}
