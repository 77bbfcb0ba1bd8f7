package dev.promotion.yaml;

import dev.promotion.catalog.Catalog;
import dev.promotion.port.FileValues;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * Reads YAML documents: environments, products, flows, policies and templates, written for {@code
 * promotion.dev/v1} or as Codefresh has them ({@code codefresh.io}), and Argo CD applications.
 * Thread-safe.
 */
public final class PromotionYaml {

  private PromotionYaml() {}

  /**
   * Returns what reads and changes values in YAML and JSON files, by JSONPath.
   *
   * @return an adapter without state
   */
  public static FileValues fileValues() {
    return new YamlFileValues();
  }

  /**
   * Reads all documents in the {@code .yaml} and {@code .yml} files of a folder and the folders
   * below it, or in one file.
   *
   * <p>Documents of other kinds, and applications that belong to no product, are left alone. What
   * has a name that starts with a dot is left out; a symbolic link is followed if it stays in the
   * folder. Files are read in the order of their names, so the outcome is always the same.
   *
   * @param folder a folder or a file
   * @return what the documents define, checked against each other
   * @throws dev.promotion.problem.InvalidDefinitionException with all that is wrong, at most 100
   *     problems, each with file, line, column and field
   */
  public static Catalog readCatalog(Path folder) {
    return new CatalogReader()
        .readAll(DefinitionFiles.below(folder, DefinitionFiles.MOST))
        .catalog();
  }

  /**
   * Reads documents from texts, each of which may hold several.
   *
   * @param texts the texts; errors call them {@code text 1}, {@code text 2} and so on
   * @return what the documents define, checked against each other
   * @throws dev.promotion.problem.InvalidDefinitionException with all that is wrong, at most 100
   *     problems, each with text, line, column and field
   */
  public static Catalog readCatalog(String... texts) {
    return new CatalogReader().readAll(DefinitionFiles.of(texts)).catalog();
  }

  /**
   * Reads documents from a stream in UTF-8, which may hold several. The stream is read to its end,
   * or until it is known to be larger than 1 MB, one byte beyond; it is not closed.
   *
   * @param stream the stream; errors call it {@code stream}
   * @return what the documents define, checked against each other
   * @throws dev.promotion.problem.InvalidDefinitionException with all that is wrong, at most 100
   *     problems, each with line, column and field; with {@code FILE_UNREADABLE} if the stream
   *     fails, and {@code SIZE_LIMIT} if it is too large
   */
  public static Catalog readCatalog(InputStream stream) {
    return new CatalogReader().readAll(DefinitionFiles.of(stream)).catalog();
  }

  /**
   * Reads all documents of a folder or file, each for itself: as {@link #readCatalog(Path)}, but
   * what they name need not be there.
   *
   * @param folder a folder or a file
   * @return what the documents define, and which documents define nothing
   * @throws dev.promotion.problem.InvalidDefinitionException with all that is wrong, at most 100
   *     problems, each with file, line, column and field
   */
  public static Definitions read(Path folder) {
    return new CatalogReader()
        .readAll(DefinitionFiles.below(folder, DefinitionFiles.MOST))
        .definitions();
  }

  /**
   * Reads documents from texts, each of which may hold several, each document for itself.
   *
   * @param texts the texts; errors call them {@code text 1}, {@code text 2} and so on
   * @return what the documents define, and which documents define nothing
   * @throws dev.promotion.problem.InvalidDefinitionException with all that is wrong, at most 100
   *     problems, each with text, line, column and field
   */
  public static Definitions read(String... texts) {
    return new CatalogReader().readAll(DefinitionFiles.of(texts)).definitions();
  }

  /**
   * Reads documents from a stream in UTF-8, which may hold several, each document for itself: as
   * {@link #readCatalog(InputStream)}, but what they name need not be there.
   *
   * @param stream the stream; errors call it {@code stream}
   * @return what the documents define, and which documents define nothing
   * @throws dev.promotion.problem.InvalidDefinitionException with all that is wrong, at most 100
   *     problems, each with line, column and field
   */
  public static Definitions read(InputStream stream) {
    return new CatalogReader().readAll(DefinitionFiles.of(stream)).definitions();
  }
}
