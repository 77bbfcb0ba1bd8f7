package dev.promotion.yaml;

import dev.promotion.environment.ClusterNamespaces;
import dev.promotion.environment.Environment;
import dev.promotion.environment.EnvironmentKind;
import dev.promotion.environment.EnvironmentName;
import dev.promotion.flow.FlowName;
import dev.promotion.flow.FlowStep;
import dev.promotion.flow.Hooks;
import dev.promotion.flow.PolicySettings;
import dev.promotion.flow.PromotionAction;
import dev.promotion.flow.PromotionFlow;
import dev.promotion.flow.WorkflowName;
import dev.promotion.policy.PolicyName;
import dev.promotion.policy.PolicySelector;
import dev.promotion.policy.PromotionPolicy;
import dev.promotion.product.Application;
import dev.promotion.product.Concurrency;
import dev.promotion.product.Destination;
import dev.promotion.product.Product;
import dev.promotion.product.ProductFlow;
import dev.promotion.product.ProductName;
import dev.promotion.product.TextPattern;
import dev.promotion.product.TriggerSelector;
import dev.promotion.repository.RepositoryPath;
import dev.promotion.template.AllFiles;
import dev.promotion.template.FilePattern;
import dev.promotion.template.JsonPath;
import dev.promotion.template.LabelExpression;
import dev.promotion.template.LabelSelector;
import dev.promotion.template.PromotedFile;
import dev.promotion.template.PromotionTemplate;
import dev.promotion.template.TemplateContent;
import dev.promotion.template.TemplateName;
import dev.promotion.template.VersionSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Makes definitions of every kind, with texts that YAML could take for something else. */
final class RandomDefinitions {

  private static final List<String> ODD =
      List.of(
          "",
          "a",
          "no",
          "Y",
          "null",
          "~",
          "1.10",
          "0x1F",
          "1e3",
          "12:30",
          "<<",
          "*a",
          "&a",
          "!t",
          "- a",
          "a: b",
          "a #b",
          "#",
          "'",
          "\"",
          "\\",
          "{a}",
          "[a]",
          "%a",
          "@",
          "`",
          "a\nb\n",
          " a ",
          "\t",
          "\u0000\u0007\u0085",
          "\u2028\u202e\ufeff",
          "é😀",
          "---",
          "...",
          "? a",
          "| a",
          "true",
          ".inf",
          "two words",
          "=",
          "\uE000\uFFFF");
  private static final List<String> FILES =
      List.of(
          "values.yaml",
          "Chart.yaml",
          "charts/*/values.yaml",
          "**",
          "a b/c d.yaml",
          "no",
          "1.0",
          "it's.yaml",
          "#.yaml");
  private static final List<String> PATHS =
      List.of("*", "$..image", "$.a", "$['a b'][0]", "$.a[?@.b == \"c: #\"]", "$");

  private static final List<AllFiles> ALL =
      List.of(new AllFiles(true, false), new AllFiles(false, true), new AllFiles(true, true));

  private final Random random;

  RandomDefinitions(Random random) {
    this.random = random;
  }

  Environment environment() {
    return Environment.of(
            new EnvironmentName(name()),
            any(EnvironmentKind.values()),
            list(
                () ->
                    new ClusterNamespaces(
                        any("in-cluster", "eu", "https://h:6443", "prod-*"),
                        list(() -> any(name(), "*", "a-*-b")))))
        .tagged(list(this::text));
  }

  Product product() {
    Product.Builder product =
        Product.builder(new ProductName(name()))
            .concurrency(any(Concurrency.values()))
            .flows(list(this::flowOfProduct))
            .tags(maybe(() -> list(this::text)).orElse(List.of()))
            .labels(labels());
    maybe(() -> new TemplateName(name())).ifPresent(product::templateRef);
    maybe(this::content).ifPresent(product::template);
    return product.build();
  }

  PromotionFlow flow() {
    List<FlowStep> steps = new ArrayList<>();
    for (int step = 0; step <= random.nextInt(3); step++) {
      steps.add(
          FlowStep.of("e" + step, step == 0 ? "e" : "e" + (step - 1))
              .with(settings())
              .with(hooks()));
    }
    PromotionFlow.Builder flow =
        PromotionFlow.builder(new FlowName(name()), new EnvironmentName("e"))
            .steps(steps)
            .timeout(
                any(
                    PromotionFlow.DEFAULT_TIMEOUT,
                    PromotionFlow.LONGEST_TIMEOUT,
                    Duration.ofMinutes(1 + random.nextInt(10_000)),
                    Duration.ofSeconds(1 + random.nextInt(100_000))))
            .hooks(hooks())
            .labels(labels());
    workflow().ifPresent(flow::postTrigger);
    maybe(this::text).ifPresent(flow::description);
    maybe(this::text).ifPresent(flow::version);
    return flow.build();
  }

  PromotionPolicy policy() {
    PolicySelector selector =
        new PolicySelector(
            list(() -> new ProductName(name())),
            list(this::text),
            list(() -> new EnvironmentName(name())),
            list(() -> any(EnvironmentKind.values())),
            list(this::text));
    return new PromotionPolicy(new PolicyName(name()), random.nextInt(), selector, settings());
  }

  PromotionTemplate template() {
    return new PromotionTemplate(new TemplateName(name()), selector(), random.nextInt(), content());
  }

  Application application() {
    Application.Builder application =
        Application.builder(name())
            .product(name())
            .source(
                any(
                    "https://git.example/a/b",
                    "https://git.example/~a/b.git",
                    "ssh://git@git.example:22/a.git"),
                any(".", "a", "a b/c d", "no", "1.0", "#a"),
                any("HEAD", "main", "no", "1.10", "release/1"))
            .destination(
                new Destination(
                    any("", "in-cluster", "eu", "https://h:6443", text()),
                    maybe(this::text).orElse("")))
            .labels(labels());
    maybe(this::name).ifPresent(application::environment);
    return application.build();
  }

  private LabelSelector selector() {
    Map<String, String> labels = new HashMap<>();
    list(() -> any("a", "codefresh.io/product", "no", "1"))
        .forEach(key -> labels.put(key, label()));
    List<LabelExpression> rules = list(this::rule);
    return labels.isEmpty() && rules.isEmpty()
        ? LabelSelector.everything()
        : LabelSelector.of(labels, rules);
  }

  private LabelExpression rule() {
    LabelExpression.Operator operator = any(LabelExpression.Operator.values());
    boolean values =
        operator == LabelExpression.Operator.IN || operator == LabelExpression.Operator.NOT_IN;
    return new LabelExpression(
        any("tier", "a.b/c"), operator, values ? List.of(label(), label()) : List.of());
  }

  private TemplateContent content() {
    List<PromotedFile> files =
        list(() -> any(FILES)).stream()
            .distinct()
            .map(
                file ->
                    new PromotedFile(
                        new FilePattern(file),
                        IntStream.rangeClosed(0, random.nextInt(2))
                            .mapToObj(each -> new JsonPath(any(PATHS)))
                            .toList(),
                        random.nextInt(4) == 0))
            .toList();
    return new TemplateContent(
        maybe(() -> new VersionSource(new RepositoryPath("Chart.yaml"), new JsonPath("$.a"))),
        files,
        files.isEmpty() ? maybe(() -> any(ALL)) : Optional.empty());
  }

  private ProductFlow flowOfProduct() {
    return new ProductFlow(
        new FlowName(name()),
        list(
            () ->
                new TriggerSelector(
                    any(TriggerSelector.Key.values()),
                    any(TriggerSelector.Operator.values()),
                    List.of(new TextPattern(text()), new TextPattern("*")))));
  }

  private PolicySettings settings() {
    return new PolicySettings(maybe(() -> any(PromotionAction.values())), workflow(), workflow());
  }

  private Hooks hooks() {
    return new Hooks(workflow(), workflow(), workflow());
  }

  private Optional<WorkflowName> workflow() {
    return maybe(() -> new WorkflowName(name()));
  }

  private Map<String, String> labels() {
    Map<String, String> labels = new HashMap<>();
    list(this::text).forEach(key -> labels.put(key, text()));
    return labels;
  }

  private String name() {
    return any("qa", "a.b-c", "no", "1.0", "0x1f", "1e3", "null", "on");
  }

  private String label() {
    return any("", "a", "no", "1.10", "a_b.c", "True");
  }

  private String text() {
    return any(ODD) + any(ODD);
  }

  private <T> Optional<T> maybe(Supplier<T> value) {
    return random.nextInt(3) == 0 ? Optional.of(value.get()) : Optional.empty();
  }

  private <T> List<T> list(Supplier<T> item) {
    return IntStream.range(0, random.nextInt(3)).mapToObj(each -> item.get()).toList();
  }

  @SafeVarargs
  private <T> T any(T... values) {
    return values[random.nextInt(values.length)];
  }

  private <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
