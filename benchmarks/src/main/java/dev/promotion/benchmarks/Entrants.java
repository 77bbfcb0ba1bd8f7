package dev.promotion.benchmarks;

import dev.promotion.benchmarks.Options.Rival;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Sets up the strategies for one repository, each with a copy of its own. */
final class Entrants {

  static final String OURS = "ours";
  static final String FLOOR_LOOSE = "floor, loose objects";
  static final String FLOOR_PACK = "floor, one pack";

  /** What the name of a strategy ends with that does not force its writes to the disk. */
  static final String NOT_DURABLE = ", not durable";

  private final RepositorySize size;
  private final GeneratedRepository generated;
  private final Ports ports;
  private final GitProcess git;

  Entrants(RepositorySize size, GeneratedRepository generated, Ports ports, GitProcess git) {
    this.size = size;
    this.generated = generated;
    this.ports = ports;
    this.git = git;
  }

  /** Returns those that take milliseconds: ours in both kinds, and what writes into the bare. */
  List<Strategy> quick(Options options) throws IOException {
    List<Strategy> quick = new ArrayList<>(List.of(ours(true, ""), ours(false, "")));
    if (options.versus(Rival.FLOOR)) {
      quick.addAll(floors(true, ""));
      quick.addAll(floors(false, ""));
    }
    if (options.versus(Rival.FAST_IMPORT)) {
      quick.add(new FastImportStrategy(git, copy("fast-import")));
    }
    return quick;
  }

  /** Returns those that take up to minutes. */
  List<Strategy> slow(Options options) throws IOException {
    WorkFolder work = new WorkFolder(ports.folder().resolve(size + "/work"));
    List<Strategy> slow = new ArrayList<>();
    if (options.versus(Rival.DEPTH1)) {
      slow.add(new CloneStrategy(CloneStrategy.Depth.SHALLOW, git, copy("depth1"), work));
    }
    if (options.versus(Rival.SPARSE)) {
      slow.add(new CloneStrategy(CloneStrategy.Depth.SPARSE, git, copy("sparse"), work));
    }
    return slow;
  }

  /** Returns what the virtual machine is warmed up with. */
  List<Strategy> warmup() throws IOException {
    List<Strategy> warmup = new ArrayList<>(List.of(ours(true, "warmup-")));
    warmup.addAll(floors(false, "warmup-"));
    return warmup;
  }

  /** Returns what all others are checked against. */
  FloorStrategy reference(String name) throws IOException {
    return floor("reference", copy("reference-" + name), FloorObjects.Form.PACK, false);
  }

  private Strategy ours(boolean durable, String prefix) throws IOException {
    String name = prefix + (durable ? "ours" : "ours-not-durable");
    Path folder = copy(name);
    return new PortStrategy(
        title(OURS, durable), folder, ports.repositories(durable), ports.url(folder));
  }

  private List<Strategy> floors(boolean durable, String prefix) throws IOException {
    String end = durable ? "" : "-not-durable";
    return List.of(
        floor(
            title(FLOOR_LOOSE, durable),
            copy(prefix + "floor-loose" + end),
            FloorObjects.Form.LOOSE,
            durable),
        floor(
            title(FLOOR_PACK, durable),
            copy(prefix + "floor-pack" + end),
            FloorObjects.Form.PACK,
            durable));
  }

  private FloorStrategy floor(String title, Path copy, FloorObjects.Form form, boolean durable) {
    return new FloorStrategy(title, copy, generated.tree(), form, new Disk(durable));
  }

  private Path copy(String name) throws IOException {
    return generated.copyTo(ports.folder().resolve(size + "/" + name + ".git"));
  }

  private static String title(String name, boolean durable) {
    return durable ? name : name + NOT_DURABLE;
  }
}
