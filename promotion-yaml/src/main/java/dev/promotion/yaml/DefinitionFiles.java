package dev.promotion.yaml;

import static java.util.Objects.requireNonNull;

import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.ProblemCode;
import dev.promotion.yaml.DefinitionFile.Content;
import dev.promotion.yaml.internal.finding.Findings;
import dev.promotion.yaml.internal.finding.Position;
import dev.promotion.yaml.internal.tree.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the files of a folder that may hold definitions. */
final class DefinitionFiles extends SimpleFileVisitor<Path> {

  /** How many files a folder may have. */
  static final int MOST = 10_000;

  private final Path root;
  private final int most;
  private final List<DefinitionFile> files = new ArrayList<>();

  private DefinitionFiles(Path root, int most) {
    this.root = root;
    this.most = most;
  }

  /** Returns the files below a folder in the order of their names, or the file itself. */
  static List<DefinitionFile> below(Path folder, int most) {
    try {
      Path root = folder.toRealPath();
      if (Files.isRegularFile(root)) {
        return List.of(new DefinitionFile(name(folder), true, read(root)));
      }
      DefinitionFiles found = new DefinitionFiles(root, most);
      Files.walkFileTree(root, found);
      return found.sorted();
    } catch (IOException failure) {
      throw new InvalidDefinitionException(
          ProblemCode.FILE_UNREADABLE,
          folder.toString(),
          "cannot be read; give a folder or file that is there and may be read");
    }
  }

  /** Returns texts as if they were files. */
  static List<DefinitionFile> of(String... texts) {
    List<DefinitionFile> files = new ArrayList<>();
    for (String text : texts) {
      String name = texts.length == 1 ? "text" : "text " + (files.size() + 1);
      files.add(new DefinitionFile(name, true, findings -> SourceText.check(text, findings)));
    }
    return files;
  }

  /** Returns a stream as if it were a file; whoever opened it closes it. */
  static List<DefinitionFile> of(InputStream stream) {
    requireNonNull(stream, "stream");
    return List.of(new DefinitionFile("stream", true, findings -> content(stream, findings)));
  }

  private static Optional<String> content(InputStream stream, Findings findings) {
    try {
      byte[] bytes = stream.readNBytes(SourceText.MOST_BYTES + 1);
      if (bytes.length <= SourceText.MOST_BYTES) {
        return SourceText.decode(bytes, findings);
      }
      findings.add(
          Position.START, ProblemCode.SIZE_LIMIT, "more than 1 MB, the limit is 1 MB; split it");
      return Optional.empty();
    } catch (IOException failure) {
      return unreadable(findings);
    }
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    return hidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (hidden(file)) {
      return FileVisitResult.CONTINUE;
    }
    if (attributes.isSymbolicLink()) {
      link(file);
    } else if (attributes.isRegularFile() && yaml(file)) {
      add(file, read(file));
    }
    return files.size() > most ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException failure) {
    add(file, findings -> unreadable(findings));
    return FileVisitResult.CONTINUE;
  }

  /**
   * A link may stand for a file of this folder, as in a mounted config map, but lead nowhere else.
   */
  private void link(Path link) {
    try {
      Path target = link.toRealPath();
      if (!target.startsWith(root)) {
        add(link, DefinitionFiles::outside);
      } else if (Files.isRegularFile(target) && yaml(link)) {
        add(link, read(target));
      }
    } catch (IOException dangling) {
      add(link, DefinitionFiles::outside);
    }
  }

  private void add(Path file, Content content) {
    String name = root.relativize(file).toString().replace('\\', '/');
    files.add(new DefinitionFile(name, false, content));
  }

  private List<DefinitionFile> sorted() {
    if (files.size() > most) {
      throw new InvalidDefinitionException(
          ProblemCode.LIMIT,
          name(root),
          "more than " + most + " YAML files; give the folder that holds the definitions");
    }
    return files.stream().sorted(Comparator.comparing(DefinitionFile::name)).toList();
  }

  private boolean hidden(Path path) {
    return !path.equals(root) && name(path).startsWith(".");
  }

  private static boolean yaml(Path file) {
    String name = name(file).toLowerCase(Locale.ROOT);
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }

  private static String name(Path path) {
    Path name = path.getFileName();
    return name == null ? path.toString() : name.toString();
  }

  private static Content read(Path file) {
    return findings -> {
      try (InputStream input = Files.newInputStream(file)) {
        long size = Files.size(file);
        if (size > SourceText.MOST_BYTES) {
          SourceText.tooLarge(size, findings);
          return Optional.empty();
        }
        return SourceText.decode(input.readNBytes(SourceText.MOST_BYTES + 1), findings);
      } catch (IOException failure) {
        return unreadable(findings);
      }
    };
  }

  private static Optional<String> unreadable(Findings findings) {
    findings.add(
        Position.START, ProblemCode.FILE_UNREADABLE, "cannot be read; allow it, or remove it");
    return Optional.empty();
  }

  private static Optional<String> outside(Findings findings) {
    findings.add(
        Position.START,
        ProblemCode.PATH_NOT_REGULAR,
        "is a link out of the folder or to nothing, and is not followed; put the file itself here");
    return Optional.empty();
  }
}
