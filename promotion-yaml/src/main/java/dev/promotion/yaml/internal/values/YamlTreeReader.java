package dev.promotion.yaml.internal.values;

import dev.promotion.port.ValuesRefusedException;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.yaml.internal.finding.Findings;
import dev.promotion.yaml.internal.tree.WholeText;
import dev.promotion.yaml.internal.tree.YamlParser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.ScannerImpl;

/** Reads any YAML text, in one pass over the events of the engine. */
final class YamlTreeReader {

  private static final LoadSettings SETTINGS = LoadSettings.builder().build();

  private final String text;
  private final TokenTap tap;
  private final ParserImpl events;
  private final CharIndexes indexes;
  private final NodeBudget budget;
  private final Map<String, Optional<ValueNode>> anchors = new HashMap<>();
  private final List<ValueAlias> aliases = new ArrayList<>();

  private YamlTreeReader(String text) {
    this.text = text;
    this.tap = new TokenTap(new ScannerImpl(SETTINGS, WholeText.reader(text)));
    this.events = new ParserImpl(SETTINGS, tap);
    this.indexes = CharIndexes.of(text);
    this.budget = new NodeBudget(text);
  }

  /**
   * Returns the documents of a text.
   *
   * @throws ValuesRefusedException if it is not YAML, or goes beyond a limit
   */
  static ValueTrees read(String text) {
    try {
      return new YamlTreeReader(text).trees();
    } catch (ValuesRefusedException refused) {
      throw refused;
    } catch (RuntimeException failure) {
      // The engine also lets exceptions of the JDK out, such as NumberFormatException.
      throw notYaml(text);
    }
  }

  /** The reader of definitions knows how to say in plain words where and why a text fails. */
  private static ValuesRefusedException notYaml(String text) {
    Findings findings = new Findings();
    YamlParser.parse(text, findings);
    if (findings.none()) {
      return Refusals.at(text, 0, ProblemCode.NOT_YAML, "the file is not YAML; correct it");
    }
    Problem why = findings.in("").get(0);
    ProblemCode code =
        why.code() == ProblemCode.TEMPLATE_SYNTAX ? why.code() : ProblemCode.NOT_YAML;
    return new ValuesRefusedException(
        List.of(new Problem(code, why.place().substring(1), why.message())));
  }

  private ValueTrees trees() {
    List<ValueNode> documents = new ArrayList<>();
    for (Event event = next(); event.getEventId() != Event.ID.StreamEnd; event = next()) {
      if (event instanceof DocumentStartEvent start) {
        if (!start.getTags().isEmpty()) {
          throw refused(event, ProblemCode.TAG_NOT_ALLOWED, "%TAG is not supported; remove it");
        }
        anchors.clear();
        documents.add(node(next(), 1));
      }
    }
    return new ValueTrees(documents, aliases);
  }

  private ValueNode node(Event event, int depth) {
    int last = tap.lastStart();
    budget.take(startMark(event), depth);
    if (event instanceof AliasEvent alias) {
      return alias(alias);
    }
    NodeEvent start = (NodeEvent) event;
    NodeProperties properties = properties(start);
    ValueNode node;
    if (event instanceof ScalarEvent scalar) {
      node = scalar(scalar, properties, last);
    } else {
      start.getAnchor().ifPresent(anchor -> anchors.put(anchor.getValue(), Optional.empty()));
      node = collection((CollectionStartEvent) event, properties, depth);
    }
    if (properties.hasAnchor()) {
      anchors.put(properties.anchor(), Optional.of(node));
    }
    return node;
  }

  private ValueAlias alias(AliasEvent event) {
    String anchor = event.getAlias().getValue();
    Optional<ValueNode> target = anchors.get(anchor);
    if (target == null) {
      throw refused(
          event,
          ProblemCode.UNDEFINED_ALIAS,
          "no anchor " + Shown.name("&" + anchor) + " stands before this alias; correct it");
    }
    if (target.isEmpty()) {
      throw refused(
          event,
          ProblemCode.RECURSIVE_ALIAS,
          "this alias stands inside the value that it repeats; remove it");
    }
    ValueAlias alias = new ValueAlias(startMark(event), endMark(event), anchor, target.get());
    aliases.add(alias);
    return alias;
  }

  private NodeProperties properties(NodeEvent event) {
    Optional<Anchor> anchor = event.getAnchor();
    if (tap.anchorStart() < 0 && tap.tagStart() < 0) {
      return NodeProperties.NONE;
    }
    int tagStart = index(tap.tagStart());
    String tag = tap.tagStart() < 0 ? "" : text.substring(tagStart, index(tap.tagEnd()));
    return new NodeProperties(
        startMark(event), tagStart, anchor.map(Anchor::getValue).orElse(""), tag);
  }

  private ValueScalar scalar(ScalarEvent event, NodeProperties properties, int last) {
    int end = endMark(event);
    boolean empty = event.isPlain() && event.getValue().isEmpty();
    int start = empty ? end : index(last);
    ScalarStyle style = style(event);
    return new ValueScalar(
        start,
        style.isBlock() ? BlockText.end(text, start, end, event.getValue()) : end,
        properties,
        style,
        event.getValue());
  }

  private static ScalarStyle style(ScalarEvent event) {
    return switch (event.getScalarStyle()) {
      case SINGLE_QUOTED -> ScalarStyle.SINGLE_QUOTED;
      case DOUBLE_QUOTED, JSON_SCALAR_STYLE -> ScalarStyle.DOUBLE_QUOTED;
      case LITERAL -> ScalarStyle.LITERAL;
      case FOLDED -> ScalarStyle.FOLDED;
      case PLAIN -> ScalarStyle.PLAIN;
    };
  }

  private ValueNode collection(CollectionStartEvent event, NodeProperties properties, int depth) {
    boolean flow = event.isFlow();
    int start = flow ? bracket(event) : index(tap.nextStart());
    if (event instanceof SequenceStartEvent) {
      List<ValueNode> items = new ArrayList<>();
      Event each = next();
      for (; each.getEventId() != Event.ID.SequenceEnd; each = next()) {
        items.add(node(each, depth + 1));
      }
      int last = items.isEmpty() ? start : items.get(items.size() - 1).end();
      return new ValueList(
          start, flow ? endMark(each) : last, properties, flow, List.copyOf(items));
    }
    return map(start, properties, flow, depth);
  }

  private ValueMap map(int start, NodeProperties properties, boolean flow, int depth) {
    List<ValueMember> members = new ArrayList<>();
    Set<String> names = new HashSet<>();
    Event each = next();
    for (; each.getEventId() != Event.ID.MappingEnd; each = next()) {
      ValueNode key = node(each, depth + 1);
      if (flow && key instanceof ValueMap && key.start() == start + 1) {
        throw refused(
            each, ProblemCode.TEMPLATE_SYNTAX, "this is a template, not plain YAML; render it");
      }
      ValueMember member = new ValueMember(key, node(next(), depth + 1));
      budget.checkName(member, names);
      members.add(member);
    }
    ValueMap map = new ValueMap(start, endMark(each), properties, flow, List.copyOf(members));
    return flow && !map.isPair(text)
        ? map
        : new ValueMap(start, end(start, members), properties, flow, map.members());
  }

  private static int end(int start, List<ValueMember> members) {
    return members.isEmpty() ? start : members.get(members.size() - 1).value().end();
  }

  /** Returns where the bracket stands, or the key of a map without braces in a list. */
  private int bracket(Event event) {
    int end = endMark(event);
    return end == startMark(event) ? end : end - 1;
  }

  private Event next() {
    tap.reset();
    return events.next();
  }

  private ValuesRefusedException refused(Event event, ProblemCode code, String message) {
    return Refusals.at(text, startMark(event), code, message);
  }

  private int startMark(Event event) {
    return index(event.getStartMark().orElseThrow().getIndex());
  }

  private int endMark(Event event) {
    return index(endPoint(event));
  }

  private static int endPoint(Event event) {
    return event.getEndMark().orElseThrow().getIndex();
  }

  private int index(int point) {
    return point < 0 ? -1 : indexes.index(point);
  }
}
