package dev.promotion.yaml.internal.values;

import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.scanner.Scanner;
import org.snakeyaml.engine.v2.tokens.Token;

/**
 * Remembers which tokens the parser took for an event, because an event does not tell where its
 * value starts after anchor and tag.
 */
final class TokenTap implements Scanner {

  private final Scanner scanner;
  private int anchorStart;
  private int tagStart;
  private int tagEnd;
  private int lastStart;

  TokenTap(Scanner scanner) {
    this.scanner = scanner;
  }

  /** Forgets the tokens of the event before. */
  void reset() {
    anchorStart = -1;
    tagStart = -1;
    tagEnd = -1;
    lastStart = -1;
  }

  int anchorStart() {
    return anchorStart;
  }

  int tagStart() {
    return tagStart;
  }

  int tagEnd() {
    return tagEnd;
  }

  /** Returns where the last token starts that the parser took. */
  int lastStart() {
    return lastStart;
  }

  /** Returns where the next token starts. */
  int nextStart() {
    return index(scanner.peekToken().getStartMark().orElseThrow());
  }

  @Override
  public boolean checkToken(Token.ID... choices) {
    return scanner.checkToken(choices);
  }

  @Override
  public boolean checkToken(Token.ID choice) {
    return scanner.checkToken(choice);
  }

  @Override
  public Token peekToken() {
    return scanner.peekToken();
  }

  @Override
  public boolean hasNext() {
    return scanner.hasNext();
  }

  @Override
  public Token next() {
    Token token = scanner.next();
    lastStart = index(token.getStartMark().orElseThrow());
    if (token.getTokenId() == Token.ID.Anchor) {
      anchorStart = lastStart;
    } else if (token.getTokenId() == Token.ID.Tag) {
      tagStart = lastStart;
      tagEnd = index(token.getEndMark().orElseThrow());
    }
    return token;
  }

  @Override
  public void resetDocumentIndex() {
    scanner.resetDocumentIndex();
  }

  private static int index(Mark mark) {
    return mark.getIndex();
  }
}
