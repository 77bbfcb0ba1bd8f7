package dev.promotion.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;

/**
 * The folder of a bare repository, checked once: its parts are real folders, not links, and it is
 * of a kind that can be read whole. Of its configuration only the format is looked at.
 *
 * @param root the real path
 */
record BareFolder(Path root) {

  private static final Set<String> HARMLESS_EXTENSIONS =
      Set.of("noop", "preciousobjects", "worktreeconfig", "relativeworktrees");

  Path objects() {
    return root.resolve("objects");
  }

  Path packs() {
    return objects().resolve("pack");
  }

  /** Tells whether a folder looks like a bare repository. */
  static boolean isOne(Path folder) {
    return Files.isRegularFile(folder.resolve("HEAD"), LinkOption.NOFOLLOW_LINKS)
        && isFolder(folder.resolve("objects"))
        && isFolder(folder.resolve("refs"));
  }

  private static boolean isFolder(Path path) {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }

  /** Tells why the repository cannot be used, as the rest of a sentence. */
  Optional<String> fault() throws IOException {
    if (Files.exists(packs(), LinkOption.NOFOLLOW_LINKS) && !isFolder(packs())) {
      return Optional.of("keeps its packs behind a link; move them into objects/pack");
    }
    if (Files.exists(root.resolve("commondir"))) {
      return Optional.of("is a linked work tree; use the bare repository that it belongs to");
    }
    if (Files.exists(root.resolve("shallow"))) {
      return Optional.of("is shallow; fetch the rest of its history with git fetch --unshallow");
    }
    if (Files.exists(objects().resolve("info/alternates"))) {
      return Optional.of(
          "borrows objects from another folder; copy them with git repack -a -d and remove"
              + " objects/info/alternates");
    }
    return formatFault();
  }

  private Optional<String> formatFault() throws IOException {
    Config config = new Config();
    try {
      Path file = root.resolve("config");
      config.fromText(Files.exists(file) ? Files.readString(file) : "");
      if (config.getBoolean("core", "bare", true)) {
        int version = config.getInt("core", "repositoryformatversion", 0);
        return version > 1 ? Optional.of(unknown("version " + version)) : extensionFault(config);
      }
      return Optional.of("has a work tree; use a bare repository");
    } catch (ConfigInvalidException
        | IllegalArgumentException
        | java.nio.charset.CharacterCodingException malformed) {
      return Optional.of("has a configuration that cannot be read; mend its file config");
    }
  }

  private static Optional<String> extensionFault(Config config) {
    for (String name : config.getNames("extensions")) {
      String value = config.getString("extensions", null, name);
      String extension = name.toLowerCase(Locale.ROOT);
      boolean plain =
          HARMLESS_EXTENSIONS.contains(extension)
              || (extension.equals("objectformat") && "sha1".equals(value))
              || (extension.equals("refstorage") && "files".equals(value));
      if (!plain) {
        return Optional.of(unknown("extension " + name + " = " + value));
      }
    }
    return Optional.empty();
  }

  private static String unknown(String what) {
    return "is in a format that is not supported ("
        + what
        + "); convert it to plain files and SHA-1";
  }
}
