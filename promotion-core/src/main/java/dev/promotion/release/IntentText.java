package dev.promotion.release;

import dev.promotion.internal.json.JsonReader;
import dev.promotion.internal.json.JsonWriter;
import dev.promotion.repository.BlobId;
import dev.promotion.repository.CommitDraft;
import dev.promotion.repository.FileEdit;
import dev.promotion.repository.FileMode;
import dev.promotion.repository.RepositoryPath;

/** An intended commit as a record has it. */
final class IntentText {

  private IntentText() {}

  static void write(JsonWriter json, CommitIntent intent) {
    CommitDraft draft = intent.draft();
    json.number("attempt", intent.attempt())
        .text("commit", intent.commit().value())
        .text("branch", draft.branch().value())
        .text("parent", draft.parent().value())
        .list("edits", draft.edits(), IntentText::edit);
    Words.paths(json, "removed", draft.removed());
    json.object("author", draft.author(), Words::person)
        .text("time", draft.time().toString())
        .text("message", draft.message());
  }

  static CommitIntent read(JsonReader json) {
    int attempt = Math.toIntExact(json.number("attempt"));
    var commit = Words.commit(json, "commit");
    CommitDraft draft =
        new CommitDraft(
            Words.branch(json),
            Words.commit(json, "parent"),
            json.list("edits", IntentText::edit),
            Words.paths(json, "removed"),
            json.object("author", Words::person),
            Words.instant(json, "time"),
            json.text("message"));
    return new CommitIntent(attempt, draft, commit);
  }

  private static void edit(JsonWriter json, FileEdit edit) {
    json.text("path", edit.path().value())
        .text("mode", edit.mode().name())
        .text("blob", edit.blob().value());
  }

  private static FileEdit edit(JsonReader json) {
    return new FileEdit(
        new RepositoryPath(json.text("path")),
        Words.constant(json, "mode", FileMode.class),
        new BlobId(json.text("blob")));
  }
}
