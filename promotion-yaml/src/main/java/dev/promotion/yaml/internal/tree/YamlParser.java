package dev.promotion.yaml.internal.tree;

import dev.promotion.problem.ProblemCode;
import dev.promotion.yaml.internal.finding.Finding;
import dev.promotion.yaml.internal.finding.Findings;
import dev.promotion.yaml.internal.finding.Position;
import dev.promotion.yaml.internal.tree.YamlAlias.Target;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.parser.ParserImpl;

/** Builds the trees of the documents in a YAML text. */
public final class YamlParser {

  /** How deep values may be nested in each other, a single value being one level. */
  public static final int MOST_DEPTH = 50;

  /** How many values a document may have. */
  public static final int MOST_NODES = 100_000;

  /** How many documents a text may have. */
  public static final int MOST_DOCUMENTS = 10_000;

  private static final LoadSettings SETTINGS = LoadSettings.builder().build();

  private final String text;
  private final Iterator<Event> events;
  private final List<YamlNode> documents = new ArrayList<>();
  private final Deque<Position> openBrackets = new ArrayDeque<>();
  private final Map<String, Target> anchors = new HashMap<>();
  private Position reached = Position.START;
  private int nodes;

  private YamlParser(String text) {
    this.text = text;
    this.events = new ParserImpl(SETTINGS, WholeText.reader(text));
  }

  /**
   * Returns the documents of a text. Where the text is not YAML or goes beyond a limit, this is
   * added to the findings, and the documents before it are returned.
   */
  public static List<YamlNode> parse(String text, Findings findings) {
    YamlParser parser = new YamlParser(text);
    try {
      parser.readAll();
    } catch (UnreadableException unreadable) {
      Finding why = unreadable.finding();
      findings.add(why.position(), why.code(), why.message());
    }
    return parser.documents;
  }

  private void readAll() throws UnreadableException {
    for (Event event = next(); hasNext(); event = next()) {
      if (event instanceof DocumentStartEvent) {
        if (documents.size() == MOST_DOCUMENTS) {
          throw tooManyDocuments(start(event));
        }
        anchors.clear();
        nodes = 0;
        documents.add(node(next(), 1));
      }
    }
  }

  private YamlNode node(Event event, int depth) throws UnreadableException {
    Position position = start(event);
    checkLimits(position, depth);
    if (event instanceof ScalarEvent scalar) {
      reached(scalar.getAnchor(), Target.VALUE);
      String tag = scalar.getTag().orElse("");
      return new YamlScalar(
          position.line(), position.column(), tag, scalar.getValue(), scalar.isPlain());
    }
    if (event instanceof AliasEvent alias) {
      String anchor = alias.getAlias().getValue();
      return new YamlAlias(
          position.line(), position.column(), anchor, anchors.getOrDefault(anchor, Target.NOTHING));
    }
    return collection((CollectionStartEvent) event, position, depth);
  }

  private YamlNode collection(CollectionStartEvent start, Position position, int depth)
      throws UnreadableException {
    String tag = start.getTag().orElse("");
    reached(start.getAnchor(), Target.ITSELF);
    if (start.isFlow()) {
      openBrackets.push(position);
    }
    YamlNode node =
        start instanceof SequenceStartEvent
            ? new YamlSequence(position.line(), position.column(), tag, items(depth))
            : new YamlMapping(position.line(), position.column(), tag, entries(depth));
    if (start.isFlow()) {
      openBrackets.pop();
    }
    reached(start.getAnchor(), Target.VALUE);
    return node;
  }

  private List<YamlNode> items(int depth) throws UnreadableException {
    List<YamlNode> items = new ArrayList<>();
    for (Event event = next(); !(event instanceof CollectionEndEvent); event = next()) {
      items.add(node(event, depth + 1));
    }
    return items;
  }

  private List<YamlEntry> entries(int depth) throws UnreadableException {
    List<YamlEntry> entries = new ArrayList<>();
    for (Event event = next(); !(event instanceof CollectionEndEvent); event = next()) {
      YamlNode key = node(event, depth + 1);
      entries.add(new YamlEntry(key, node(next(), depth + 1)));
    }
    return entries;
  }

  private void reached(Optional<Anchor> anchor, Target target) {
    anchor.ifPresent(name -> anchors.put(name.getValue(), target));
  }

  /** Stops at once: what lies beyond could keep the engine busy for hours. */
  private void checkLimits(Position position, int depth) throws UnreadableException {
    nodes++;
    if (depth > MOST_DEPTH) {
      throw exceeded(
          position, ProblemCode.DEPTH_LIMIT, "nested deeper than " + MOST_DEPTH + " levels");
    }
    if (nodes > MOST_NODES) {
      throw exceeded(
          position, ProblemCode.NODE_LIMIT, "more than " + MOST_NODES + " values in a document");
    }
  }

  private static UnreadableException tooManyDocuments(Position position) {
    return new UnreadableException(
        new Finding(
            position,
            "",
            ProblemCode.LIMIT,
            "more than " + MOST_DOCUMENTS + " documents in a text; split it"));
  }

  private static UnreadableException exceeded(Position position, ProblemCode code, String what) {
    return new UnreadableException(
        new Finding(position, "", code, what + "; a definition needs far less"));
  }

  private boolean hasNext() throws UnreadableException {
    try {
      return events.hasNext();
    } catch (RuntimeException failure) {
      throw unreadable(failure);
    }
  }

  private Event next() throws UnreadableException {
    try {
      Event event = events.next();
      reached = event.getEndMark().map(YamlParser::position).orElse(reached);
      return event;
    } catch (RuntimeException failure) {
      throw unreadable(failure);
    }
  }

  /** The engine also lets exceptions of the JDK out, such as NumberFormatException. */
  private UnreadableException unreadable(RuntimeException failure) {
    return new UnreadableException(
        new SyntaxFault(text, reached, Optional.ofNullable(openBrackets.peek())).finding(failure));
  }

  private Position start(Event event) {
    return event.getStartMark().map(YamlParser::position).orElse(reached);
  }

  static Position position(Mark mark) {
    return new Position(mark.getLine() + 1, mark.getColumn() + 1);
  }
}
