package dev.promotion.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.promotion.repository.CommitDraft;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.CommitInfo;
import dev.promotion.testkit.RepositoryFixture.ObjectKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A commit as Git stores it; author and committer are whole lines with time and zone. */
record GitCommit(
    String tree, List<CommitId> parents, String author, String committer, String message) {

  GitCommit {
    parents = List.copyOf(parents);
  }

  static GitCommit of(CommitDraft draft, String tree) {
    String person = draft.author() + " " + draft.time().getEpochSecond() + " +0000";
    return new GitCommit(tree, List.of(draft.parent()), person, person, draft.message());
  }

  static GitCommit parse(byte[] content) {
    String text = new String(content, UTF_8);
    int end = text.indexOf("\n\n");
    String tree = "";
    List<CommitId> parents = new ArrayList<>();
    String author = "";
    String committer = "";
    for (String line : text.substring(0, end).split("\n", -1)) {
      String value = line.substring(line.indexOf(' ') + 1);
      switch (line.substring(0, line.indexOf(' '))) {
        case "tree" -> tree = value;
        case "parent" -> parents.add(new CommitId(value));
        case "author" -> author = value;
        case "committer" -> committer = value;
        default -> {
          // signatures and the like
        }
      }
    }
    return new GitCommit(tree, parents, author, committer, text.substring(end + 2));
  }

  byte[] bytes() {
    StringBuilder text = new StringBuilder("tree ").append(tree).append('\n');
    parents.forEach(parent -> text.append("parent ").append(parent).append('\n'));
    return text.append("author ")
        .append(author)
        .append("\ncommitter ")
        .append(committer)
        .append("\n\n")
        .append(message)
        .toString()
        .getBytes(UTF_8);
  }

  CommitId id() {
    return new CommitId(GitObjects.id(ObjectKind.COMMIT, bytes()));
  }

  CommitInfo info(CommitId id) {
    int nameEnd = author.lastIndexOf('>') + 1;
    String timeAndZone = author.substring(nameEnd).strip();
    String time = timeAndZone.substring(0, timeAndZone.indexOf(' '));
    return new CommitInfo(
        id,
        author.substring(0, nameEnd),
        message.lines().findFirst().orElse(""),
        Instant.ofEpochSecond(Long.parseLong(time)));
  }
}
