package dev.promotion.port;

import dev.promotion.release.PromotedValue;
import dev.promotion.repository.RepositoryPath;
import dev.promotion.template.JsonPath;
import java.util.List;

/**
 * Reads values in files, and changes them in their text. The same arguments always give the same
 * answer; nothing outside is read or written. Implementations must be thread-safe, and never throw
 * anything else, whatever the bytes are.
 */
public interface FileValues {

  /**
   * Finds the values that paths lead to.
   *
   * @param file the name, by which the format of the file is told
   * @param content the bytes of the file; not changed
   * @param paths the paths, none of which is the whole file
   * @return what was found, with all that is wrong
   */
  FoundValues find(RepositoryPath file, byte[] content, List<JsonPath> paths);

  /**
   * Puts values in their places. Only the bytes of those values change; a value that is already
   * there, written in the same way, changes nothing.
   *
   * @param file the name, by which the format of the file is told
   * @param content the bytes of the file; not changed
   * @param values the values, of which no two overlap
   * @return the bytes of the changed file
   * @throws ValuesRefusedException with all that cannot be done; then nothing is changed
   */
  byte[] put(RepositoryPath file, byte[] content, List<PromotedValue> values);
}
