package dev.promotion.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.promotion.port.PreparedCommit;
import dev.promotion.problem.ProblemCode;
import dev.promotion.repository.CommitDraft;
import dev.promotion.repository.CommitId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/** A commit that is worked out: the trees and the commit itself, ready to be stored. */
final class GitCommit implements PreparedCommit {

  private final CommitDraft draft;
  private final List<GitObject> objects;

  private GitCommit(CommitDraft draft, List<GitObject> objects) {
    this.draft = draft;
    this.objects = objects;
  }

  /** Works out a commit on top of what the source has. */
  static GitCommit prepare(CommitDraft draft, ObjectSource source) throws IOException {
    ObjectId parent = ObjectId.fromString(draft.parent().value());
    TreeEditor editor = new TreeEditor(source);
    ObjectId tree = editor.edit(CommitText.tree(source.read(parent, Constants.OBJ_COMMIT)), draft);
    List<GitObject> objects = new ArrayList<>();
    objects.add(GitObject.of(Constants.OBJ_COMMIT, text(draft, tree)));
    for (int at = editor.made().size() - 1; at >= 0; at--) {
      objects.add(editor.made().get(at));
    }
    return new GitCommit(draft, objects);
  }

  private static byte[] text(CommitDraft draft, ObjectId tree) throws RefusedException {
    if (draft.message().indexOf('\0') >= 0) {
      throw new RefusedException(
          ProblemCode.TEXT_CHARSET,
          "the commit message has a NUL, which Git cannot store; remove it");
    }
    String who = draft.author() + " " + draft.time().getEpochSecond() + " +0000\n";
    String head = "tree " + tree.name() + "\nparent " + draft.parent() + "\n";
    return (head + "author " + who + "committer " + who + "\n" + draft.message()).getBytes(UTF_8);
  }

  @Override
  public CommitDraft draft() {
    return draft;
  }

  @Override
  public CommitId id() {
    return new CommitId(objectId().name());
  }

  ObjectId objectId() {
    return objects.get(0).id();
  }

  /** Returns the commit and its new trees, the commit first, then from the root down. */
  List<GitObject> objects() {
    return objects;
  }
}
