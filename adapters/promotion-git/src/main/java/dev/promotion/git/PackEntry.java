package dev.promotion.git;

import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.Constants;

/**
 * The head of an entry in a pack.
 *
 * @param type one of the constants {@code OBJ_} of JGit
 * @param size how many bytes the data has when it is inflated
 * @param dataOffset where the deflated data starts
 * @param baseOffset where the base of an offset delta starts, else 0
 */
record PackEntry(int type, long size, long dataOffset, long baseOffset) {

  static PackEntry parse(long offset, byte[] head) throws CorruptObjectException {
    try {
      int at = 0;
      int letter = head[at++] & 0xff;
      int type = (letter >> 4) & 7;
      long size = letter & 0x0f;
      for (int shift = 4; (letter & 0x80) != 0; shift += 7) {
        letter = head[at++] & 0xff;
        size |= (long) (letter & 0x7f) << shift;
      }
      return switch (type) {
        case Constants.OBJ_COMMIT, Constants.OBJ_TREE, Constants.OBJ_BLOB, Constants.OBJ_TAG ->
            new PackEntry(type, size, offset + at, 0);
        case Constants.OBJ_REF_DELTA ->
            new PackEntry(type, size, offset + at + Constants.OBJECT_ID_LENGTH, 0);
        case Constants.OBJ_OFS_DELTA -> offsetDelta(offset, size, head, at);
        default -> throw new CorruptObjectException("a pack has an entry of unknown type");
      };
    } catch (ArrayIndexOutOfBoundsException cutOff) {
      throw new CorruptObjectException("a pack is cut off", cutOff);
    }
  }

  private static PackEntry offsetDelta(long offset, long size, byte[] head, int start)
      throws CorruptObjectException {
    int at = start;
    int letter = head[at++] & 0xff;
    long back = letter & 0x7f;
    while ((letter & 0x80) != 0) {
      letter = head[at++] & 0xff;
      back = ((back + 1) << 7) | (letter & 0x7f);
    }
    if (back <= 0 || back >= offset) {
      throw new CorruptObjectException("a pack has a delta whose base is outside of it");
    }
    return new PackEntry(Constants.OBJ_OFS_DELTA, size, offset + at, offset - back);
  }

  boolean isDelta() {
    return type == Constants.OBJ_OFS_DELTA || type == Constants.OBJ_REF_DELTA;
  }
}
