package dev.promotion.git;

import org.eclipse.jgit.lib.ObjectId;

/** An object of a repository, whole. Its bytes are shared: nobody changes them. */
final class GitObject {

  private final ObjectId id;
  private final int type;
  private final byte[] bytes;

  GitObject(ObjectId id, int type, byte[] bytes) {
    this.id = id;
    this.type = type;
    this.bytes = bytes;
  }

  /** Makes an object that may not be stored yet; its id follows from its bytes. */
  static GitObject of(int type, byte[] bytes) {
    return new GitObject(ObjectIdOf.object(type, bytes), type, bytes);
  }

  ObjectId id() {
    return id;
  }

  int type() {
    return type;
  }

  byte[] bytes() {
    return bytes;
  }
}
