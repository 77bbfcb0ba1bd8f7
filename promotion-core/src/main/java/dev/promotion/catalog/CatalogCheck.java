package dev.promotion.catalog;

import static java.util.stream.Collectors.joining;

import dev.promotion.environment.Environment;
import dev.promotion.environment.EnvironmentName;
import dev.promotion.flow.FlowName;
import dev.promotion.flow.PromotionFlow;
import dev.promotion.internal.Problems;
import dev.promotion.internal.text.Texts;
import dev.promotion.policy.PolicyName;
import dev.promotion.policy.PromotionPolicy;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.product.Application;
import dev.promotion.product.ApplicationName;
import dev.promotion.product.Product;
import dev.promotion.product.ProductName;
import dev.promotion.template.PromotionTemplate;
import dev.promotion.template.TemplateName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Checks definitions against each other and says which application stands in which environment. */
record CatalogCheck(
    Map<EnvironmentName, Environment> environments,
    Map<ProductName, Product> products,
    Map<FlowName, PromotionFlow> flows,
    Map<ApplicationName, Application> applications,
    Map<PolicyName, PromotionPolicy> policies,
    Map<TemplateName, PromotionTemplate> templates,
    Map<Slot, List<Application>> slots,
    List<Problem> warnings) {

  static CatalogCheck of(Catalog.Builder builder) {
    Problems problems = new Problems();
    CatalogCheck check =
        new CatalogCheck(
            byName(builder.environments, Environment::name, problems),
            byName(builder.products, Product::name, problems),
            byName(builder.flows, PromotionFlow::name, problems),
            byName(builder.applications, Application::name, problems),
            byName(builder.policies, PromotionPolicy::name, problems),
            byName(builder.templates, PromotionTemplate::name, problems),
            new HashMap<>(),
            new ArrayList<>(builder.warnings));
    builder.flows.forEach(each -> check.checkFlow(each.definition(), each.origin(), problems));
    builder.applications.forEach(each -> check.place(each.definition(), each.origin(), problems));
    check.slots.replaceAll((slot, each) -> sorted(each));
    References references = new References(check, problems);
    builder.products.forEach(each -> references.ofProduct(each.definition(), each.origin()));
    builder.policies.forEach(each -> references.ofPolicy(each.definition(), each.origin()));
    problems.throwIfAny();
    check.warnings.addAll(references.warnings());
    check.warnings.addAll(Contradictions.among(builder, check));
    return check;
  }

  private static <N, T> Map<N, T> byName(
      List<Entry<T>> entries, Function<T, N> name, Problems problems) {
    Map<N, Entry<T>> first = new HashMap<>();
    for (Entry<T> entry : entries) {
      N key = name.apply(entry.definition());
      Entry<T> earlier = first.putIfAbsent(key, entry);
      if (earlier != null) {
        problems.add(
            ProblemCode.DUPLICATE_NAME,
            entry.origin().placeOf("metadata.name"),
            "'"
                + key
                + "' is defined already at "
                + earlier.origin().placeOf("metadata.name")
                + "; rename or remove one");
      }
    }
    Map<N, T> definitions = new HashMap<>();
    first.forEach((key, entry) -> definitions.put(key, entry.definition()));
    return definitions;
  }

  private void checkFlow(PromotionFlow flow, Origin origin, Problems problems) {
    checkKnown(flow.triggerEnvironment(), origin.placeOf("spec.triggerEnvironment"), problems);
    for (int index = 0; index < flow.steps().size(); index++) {
      checkKnown(
          flow.steps().get(index).environment(),
          origin.placeOf("spec.steps[" + index + "].environment"),
          problems);
    }
  }

  /** Tells whether an environment exists; that it does not is a problem. */
  private boolean checkKnown(EnvironmentName name, String place, Problems problems) {
    boolean exists = environments.containsKey(name);
    if (!exists) {
      List<String> known =
          environments.keySet().stream().sorted().map(EnvironmentName::value).toList();
      problems.add(
          ProblemCode.UNKNOWN_ENVIRONMENT,
          place,
          "environment '" + name + "' does not exist; " + Texts.known(name.value(), known));
    }
    return exists;
  }

  private void place(Application application, Origin origin, Problems problems) {
    products.computeIfAbsent(application.product(), Product::of);
    Set<EnvironmentName> found = new TreeSet<>();
    environments.values().stream()
        .filter(environment -> holds(environment, application))
        .map(Environment::name)
        .forEach(found::add);
    application
        .declaredEnvironment()
        .filter(declared -> checkKnown(declared, origin.placeOf("metadata"), problems))
        .ifPresent(found::add);
    if (found.size() > 1) {
      problems.add(
          ProblemCode.ENVIRONMENT_OVERLAP,
          origin.placeOf("spec.destination"),
          "application '"
              + application
              + "' belongs to several environments, by its destination or because it names one: "
              + found.stream().map(EnvironmentName::value).collect(joining(", "))
              + "; let it belong to one");
    }
    found.stream()
        .limit(1)
        .map(environment -> new Slot(application.product(), environment))
        .forEach(slot -> slots.computeIfAbsent(slot, key -> new ArrayList<>()).add(application));
  }

  private static List<Application> sorted(List<Application> applications) {
    return applications.stream().sorted(Comparator.comparing(Application::name)).toList();
  }

  private static boolean holds(Environment environment, Application application) {
    return environment.clusters().stream()
        .anyMatch(
            place ->
                place.holds(
                    application.destination().cluster(), application.destination().namespace()));
  }
}
