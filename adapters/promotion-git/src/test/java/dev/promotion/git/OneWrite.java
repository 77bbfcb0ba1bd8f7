package dev.promotion.git;

import static dev.promotion.git.Drafts.draft;
import static dev.promotion.git.Drafts.edit;
import static dev.promotion.git.Drafts.texts;

import dev.promotion.port.PreparedCommit;
import dev.promotion.port.Repository;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.RepositoryUrl;
import dev.promotion.repository.Revision;
import java.nio.file.Path;

/**
 * A program that writes one commit: {@code local <folder> <address> <text>}, or {@code remote
 * <cache> <address> <text>}. Its system calls can be counted.
 */
final class OneWrite {

  private OneWrite() {}

  public static void main(String... arguments) {
    Path folder = Path.of(arguments[1]);
    GitRepositories.Builder builder = GitRepositories.builder();
    if (arguments[0].equals("remote")) {
      builder.remotes(folder);
    } else {
      builder.folder(folder);
    }
    try (GitRepositories repositories = builder.build()) {
      Repository repository = repositories.repository(new RepositoryUrl(arguments[2]));
      CommitId head = repository.head(new Revision("main")).commit();
      PreparedCommit commit = repository.prepare(draft(head, edit("values.yaml", arguments[3])));
      System.out.println(repository.write(commit, texts(arguments[3])));
    }
  }
}
