package dev.promotion.yaml.internal.values;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads YAML as nearly all people write it, many times faster than any text can be read. Wherever
 * it is not certain what the engine would say, it gives up: what it returns is what {@code
 * YamlTreeReader} would.
 */
public final class QuickYamlReader {

  private final QuickText text;
  private final QuickBudget budget = new QuickBudget();
  private final QuickScalars scalars;
  private final QuickFlow flow;
  private final QuickBlockText blocks;

  /** The column of the line that is to be read next, whose first character is the position. */
  private int column;

  private QuickYamlReader(QuickText text) {
    this.text = text;
    this.scalars = new QuickScalars(text);
    this.flow = new QuickFlow(text, scalars, budget);
    this.blocks = new QuickBlockText(text);
  }

  /** Returns what is in a text, or empty if this is not certain. */
  static Optional<ValueTrees> read(String text) {
    return documents(text).map(QuickYamlReader::trees);
  }

  /**
   * Returns what is in a text that the engine refuses, although YAML allows a tab for a blank
   * before a comment and at the end of a line; empty if this is not certain.
   */
  static Optional<ValueTrees> readWithTabs(String text) {
    return text.indexOf('\t') < 0
        ? Optional.empty()
        : documents(new QuickText(text, true)).map(QuickYamlReader::trees);
  }

  private static ValueTrees trees(List<ValueNode> documents) {
    return new ValueTrees(documents, List.of());
  }

  /** Returns the documents of a text, or empty if it is not certain what they are. */
  public static Optional<List<ValueNode>> documents(String text) {
    return documents(new QuickText(text));
  }

  private static Optional<List<ValueNode>> documents(QuickText quick) {
    if (!quick.isOrdinary()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new QuickYamlReader(quick).documents());
    } catch (UncertainException uncertain) {
      return Optional.empty();
    }
  }

  private List<ValueNode> documents() throws UncertainException {
    List<ValueNode> documents = new ArrayList<>();
    column = text.firstContent();
    boolean marked = false;
    while (column != QuickText.END || !text.isEnd()) {
      if (column == QuickText.END) {
        if (marked) {
          throw new UncertainException();
        }
        marked = true;
        text.skipLine();
        column = text.nextContent();
      } else {
        documents.add(document());
        marked = false;
      }
    }
    if (marked) {
      throw new UncertainException();
    }
    return documents;
  }

  private ValueNode document() throws UncertainException {
    if (column != 0) {
      throw new UncertainException();
    }
    ValueNode root;
    if (text.peek() == '{' || text.peek() == '[') {
      root = flow.node(1);
      text.endLine();
      column = text.nextContent();
    } else {
      root = collection(0, 1);
    }
    if (column != QuickText.END) {
      throw new UncertainException();
    }
    return root;
  }

  /** Reads a map or list without brackets that starts here, at a column. */
  private ValueNode collection(int from, int depth) throws UncertainException {
    budget.take(depth);
    if (isDash()) {
      return list(from, depth);
    }
    ValueScalar key = scalars.scalar(false);
    if (!scalars.skipColon(key)) {
      throw new UncertainException();
    }
    return map(key, from, depth);
  }

  private boolean isDash() {
    return text.peek() == '-' && text.isGap(text.at() + 1);
  }

  /** Reads a map of which the first key has been read. */
  private ValueMap map(ValueScalar first, int from, int depth) throws UncertainException {
    List<ValueMember> members = new ArrayList<>();
    ValueScalar key = first;
    while (true) {
      budget.take(depth + 1);
      ValueNode value = memberValue(from, depth + 1);
      members.add(new ValueMember(key, value));
      if (column < from) {
        break;
      }
      if (column > from || isDash()) {
        throw new UncertainException();
      }
      key = scalars.scalar(false);
      if (!scalars.skipColon(key)) {
        throw new UncertainException();
      }
    }
    budget.checkNames(members);
    int end = members.get(members.size() - 1).value().end();
    return new ValueMap(first.start(), end, NodeProperties.NONE, false, List.copyOf(members));
  }

  private ValueNode memberValue(int from, int depth) throws UncertainException {
    int colon = text.at();
    if (!text.isLineOver(colon)) {
      return value(from, depth);
    }
    text.endLine();
    column = text.nextContent();
    boolean list = column == from && isDash();
    return column > from || list ? collection(column, depth) : none(colon, depth);
  }

  private ValueList list(int from, int depth) throws UncertainException {
    int start = text.at();
    List<ValueNode> items = new ArrayList<>();
    while (true) {
      items.add(item(from, depth + 1));
      if (column < from) {
        break;
      }
      if (column > from) {
        throw new UncertainException();
      }
      if (!isDash()) {
        break;
      }
    }
    int end = items.get(items.size() - 1).end();
    return new ValueList(start, end, NodeProperties.NONE, false, List.copyOf(items));
  }

  private ValueNode item(int from, int depth) throws UncertainException {
    int dash = text.at() + 1;
    text.moveTo(dash);
    if (text.isLineOver(dash)) {
      text.endLine();
      column = text.nextContent();
      return column > from ? collection(column, depth) : none(dash, depth);
    }
    int inner = from + text.at() - dash + 1;
    if (isDash()) {
      return collection(inner, depth);
    }
    if (isBracketOrBlock()) {
      return value(from, depth);
    }
    ValueScalar scalar = scalars.scalar(false);
    budget.take(depth);
    if (scalars.skipColon(scalar)) {
      return map(scalar, inner, depth);
    }
    return ended(scalar);
  }

  private boolean isBracketOrBlock() {
    char each = text.peek();
    return each == '[' || each == '{' || each == '|' || each == '>';
  }

  /** Reads a value that starts in the line of its key or dash. */
  private ValueNode value(int from, int depth) throws UncertainException {
    char first = text.peek();
    if (first == '[' || first == '{') {
      return ended(flow.node(depth));
    }
    budget.take(depth);
    if (first == '|' || first == '>') {
      ValueScalar block = blocks.scalar(from);
      column = text.contentAfterBlock();
      return block;
    }
    ValueScalar scalar = scalars.scalar(false);
    if (text.peek() == ':') {
      throw new UncertainException();
    }
    return ended(scalar);
  }

  /** Moves on to the next line after a value. */
  private ValueNode ended(ValueNode node) throws UncertainException {
    text.endLine();
    column = text.nextContent();
    return node;
  }

  private ValueScalar none(int index, int depth) throws UncertainException {
    budget.take(depth);
    return new ValueScalar(index, index, NodeProperties.NONE, ScalarStyle.PLAIN, "");
  }
}
