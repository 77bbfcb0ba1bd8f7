package dev.promotion.testkit.simulation;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.flow.FlowStep;
import dev.promotion.flow.PromotionFlow;
import dev.promotion.product.ProductName;
import dev.promotion.template.PromotedFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The flows that are simulated: small ones by hand, and many by chance. */
final class Scenes {

  private static final ProductName ONE = new ProductName("cf-101");
  private static final ProductName TWO = new ProductName("cf-102");

  private Scenes() {}

  static Scene plain() {
    return scene(chain(3), Map.of(), false, ONE);
  }

  /** Ten small shapes: chains, branches and joins, several applications, repositories, products. */
  static List<Scene> small() {
    return List.of(
        plain(),
        scene(chain(2), Map.of(), false, ONE),
        scene(chain(4), Map.of(), false, ONE),
        scene(chain(2), Map.of("e1", 3), false, ONE),
        scene(chain(3), Map.of(), true, ONE),
        scene(chain(3), Map.of("e1", 2), true, ONE),
        scene(diamond(), Map.of(), false, ONE),
        scene(fan(3), Map.of(), true, ONE),
        scene(join(), Map.of(), false, ONE),
        scene(chain(2), Map.of(), false, ONE, TWO));
  }

  /** The small shapes in which bugs are looked for, one with values, and one that deletes files. */
  static List<Scene> hunted() {
    List<Scene> scenes = new ArrayList<>(small());
    scenes.add(withValues());
    scenes.add(plain().pruning());
    return scenes;
  }

  /** Twenty-five shapes: the ten small ones, and fifteen by chance. */
  static List<Scene> twentyFive() {
    List<Scene> scenes = new ArrayList<>(small());
    for (long seed = 1; scenes.size() < 25; seed++) {
      scenes.add(random(seed));
    }
    return scenes;
  }

  /** Returns shapes by chance: two to six environments, each after some of those before it. */
  static List<Scene> random(int count) {
    List<Scene> scenes = new ArrayList<>(hunted());
    for (long seed = 1; scenes.size() < count; seed++) {
      Scene scene = random(seed);
      scenes.add(seed % 4 == 0 ? withValues(scene) : seed % 8 == 1 ? scene.pruning() : scene);
    }
    return scenes;
  }

  /** A chain of three through which one value of a file is promoted. */
  static Scene withValues() {
    return withValues(plain());
  }

  private static Scene withValues(Scene scene) {
    return scene.promoting(new LineValues(), PromotedFile.of("values.yaml", "$.tag"));
  }

  private static Scene random(long seed) {
    Dice dice = Dice.of(seed);
    int environments = 2 + dice.below(5);
    List<FlowStep> steps = new ArrayList<>();
    Map<String, Integer> counts = new HashMap<>();
    for (int each = 1; each < environments; each++) {
      Set<String> dependencies = new LinkedHashSet<>();
      int wanted = 1 + dice.below(2);
      for (int one = 0; one < wanted; one++) {
        dependencies.add("e" + dice.below(each));
      }
      steps.add(FlowStep.of("e" + each, dependencies.toArray(String[]::new)));
      counts.put("e" + each, 1 + dice.below(6) / 4);
    }
    PromotionFlow flow = PromotionFlow.of("random", "e0", steps.toArray(FlowStep[]::new));
    return dice.below(4) == 0
        ? scene(flow, counts, dice.below(2) == 0, ONE, TWO)
        : scene(flow, counts, dice.below(2) == 0, ONE);
  }

  private static PromotionFlow chain(int environments) {
    FlowStep[] steps = new FlowStep[environments - 1];
    for (int each = 1; each < environments; each++) {
      steps[each - 1] = FlowStep.of("e" + each, "e" + (each - 1));
    }
    return PromotionFlow.of("chain", "e0", steps);
  }

  private static PromotionFlow diamond() {
    return PromotionFlow.of(
        "diamond",
        "e0",
        FlowStep.of("e1", "e0"),
        FlowStep.of("e2", "e0"),
        FlowStep.of("e3", "e1", "e2"));
  }

  private static PromotionFlow fan(int targets) {
    FlowStep[] steps = new FlowStep[targets];
    for (int each = 1; each <= targets; each++) {
      steps[each - 1] = FlowStep.of("e" + each, "e0");
    }
    return PromotionFlow.of("fan", "e0", steps);
  }

  /** A short and a long way to the same end. */
  private static PromotionFlow join() {
    return PromotionFlow.of(
        "join",
        "e0",
        FlowStep.of("e1", "e0"),
        FlowStep.of("e2", "e1"),
        FlowStep.of("e3", "e0", "e2"));
  }

  private static Scene scene(
      PromotionFlow flow, Map<String, Integer> counts, boolean apart, ProductName... products) {
    Map<EnvironmentName, Integer> named = new HashMap<>();
    counts.forEach((name, count) -> named.put(new EnvironmentName(name), count));
    return Scene.around(flow, List.of(products), named, apart);
  }
}
