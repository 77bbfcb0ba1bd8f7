package dev.promotion.yaml.internal.values;

/** Turns the numbers of characters, which the engine counts, into indexes of a text. */
final class CharIndexes {

  private final int[] indexes;

  private CharIndexes(int[] indexes) {
    this.indexes = indexes;
  }

  static CharIndexes of(String text) {
    int points = text.codePointCount(0, text.length());
    if (points == text.length()) {
      return new CharIndexes(new int[0]);
    }
    int[] indexes = new int[points + 1];
    int index = 0;
    for (int point = 0; point < points; point++) {
      indexes[point] = index;
      index += Character.charCount(text.codePointAt(index));
    }
    indexes[points] = index;
    return new CharIndexes(indexes);
  }

  int index(int point) {
    return indexes.length == 0 ? point : indexes[point];
  }
}
