package dev.promotion.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.promotion.testkit.RepositoryFixture.ObjectKind;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Objects as Git has them: found by the SHA-1 of their kind, length and bytes. Thread-safe. */
final class GitObjects {

  private static final ThreadLocal<MessageDigest> SHA_1 = ThreadLocal.withInitial(GitObjects::sha1);

  private final Map<String, byte[]> contents = new ConcurrentHashMap<>();
  private final Map<String, ObjectKind> kinds = new ConcurrentHashMap<>();
  private final Map<String, GitCommit> commits = new ConcurrentHashMap<>();
  private final Map<String, GitTree> trees = new ConcurrentHashMap<>();

  GitObjects() {}

  /** Copies others; what is added to one is not seen by the other. */
  GitObjects(GitObjects others) {
    contents.putAll(others.contents);
    kinds.putAll(others.kinds);
    commits.putAll(others.commits);
    trees.putAll(others.trees);
  }

  static String id(ObjectKind kind, byte[] content) {
    MessageDigest sha1 = SHA_1.get();
    String word = kind.name().toLowerCase(Locale.ROOT);
    sha1.update((word + " " + content.length + "\0").getBytes(US_ASCII));
    return HexFormat.of().formatHex(sha1.digest(content));
  }

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-1", impossible);
    }
  }

  String put(ObjectKind kind, byte[] content) {
    String id = id(kind, content);
    kinds.put(id, kind);
    contents.putIfAbsent(id, content.clone());
    return id;
  }

  void putAll(GitObjects others) {
    kinds.putAll(others.kinds);
    others.contents.forEach(contents::putIfAbsent);
  }

  Optional<byte[]> get(String id) {
    return Optional.ofNullable(contents.get(id)).map(byte[]::clone);
  }

  Optional<byte[]> get(ObjectKind kind, String id) {
    return kinds.get(id) == kind ? get(id) : Optional.empty();
  }

  Optional<GitTree> tree(String id) {
    Optional<GitTree> known = Optional.ofNullable(trees.get(id));
    if (known.isPresent()) {
      return known;
    }
    Optional<GitTree> found = get(ObjectKind.TREE, id).map(GitTree::parse);
    found.ifPresent(tree -> trees.put(id, tree));
    return found;
  }

  Optional<GitCommit> commit(String id) {
    Optional<GitCommit> known = Optional.ofNullable(commits.get(id));
    if (known.isPresent()) {
      return known;
    }
    Optional<GitCommit> found = get(ObjectKind.COMMIT, id).map(GitCommit::parse);
    found.ifPresent(commit -> commits.put(id, commit));
    return found;
  }
}
