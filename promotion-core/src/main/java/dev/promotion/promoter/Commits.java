package dev.promotion.promoter;

import dev.promotion.port.Fault;
import dev.promotion.port.FileValues;
import dev.promotion.port.PortException;
import dev.promotion.port.PreparedCommit;
import dev.promotion.port.Repositories;
import dev.promotion.port.Repository;
import dev.promotion.port.ValuesRefusedException;
import dev.promotion.port.WriteResult;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import dev.promotion.product.ApplicationSource;
import dev.promotion.release.ApplicationProgress;
import dev.promotion.release.Cargo;
import dev.promotion.release.CommitIntent;
import dev.promotion.release.Release;
import dev.promotion.release.ReleaseEvent;
import dev.promotion.release.ReleaseEvent.ApplicationFailed;
import dev.promotion.release.ReleaseEvent.CommitAbandoned;
import dev.promotion.release.ReleaseEvent.CommitIntended;
import dev.promotion.release.ReleaseEvent.CommitLanded;
import dev.promotion.release.ReleaseEvent.DoubtSettled;
import dev.promotion.release.ReleaseEvent.NothingToChange;
import dev.promotion.release.Target;
import dev.promotion.repository.CommitDraft;
import dev.promotion.repository.CommitId;
import dev.promotion.repository.RepositoryPath;
import dev.promotion.repository.Revision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Works out the next move of one commit: whether it is there already, is to be sent again, or is to
 * be made anew on a branch that moved.
 */
final class Commits {

  /** How often a commit is made anew before its application fails. */
  static final int MOST_ATTEMPTS = 100;

  /** How long a branch may seem to be set back before that is believed. */
  static final Duration STALE_AT_MOST = Duration.ofMinutes(1);

  /**
   * The next move.
   *
   * @param event what to record before anything else
   * @param send the commit to write after that
   * @param waitFor why nothing can be done now
   */
  record Move(Optional<ReleaseEvent> event, Optional<Sending> send, Optional<Problem> waitFor) {

    static Move record(ReleaseEvent event) {
      return new Move(Optional.of(event), Optional.empty(), Optional.empty());
    }

    static Move send(Optional<ReleaseEvent> after, PreparedCommit commit, Changes changes) {
      return new Move(after, Optional.of(new Sending(commit, changes)), Optional.empty());
    }

    static Move waitFor(Problem reason) {
      return new Move(Optional.empty(), Optional.empty(), Optional.of(reason));
    }
  }

  /** A commit on its way, and the changes that it is made of. */
  record Sending(PreparedCommit commit, Changes changes) {}

  private final Repositories repositories;
  private final FileValues editor;

  Commits(Repositories repositories, FileValues editor) {
    this.repositories = repositories;
    this.editor = editor;
  }

  /** Works out the next move; nothing is written by it. */
  Move next(Release release, Action.Commit commit, Instant now) {
    Attempt attempt = new Attempt(release, commit, now);
    return attempt.landed().or(attempt::abandoned).or(attempt::sentAgain).orElseGet(attempt::anew);
  }

  /**
   * Finds out what became of a commit that was given up; empty as long as a request that is on its
   * way could still land it.
   */
  Optional<ReleaseEvent> settled(Release release, Action.Settle settle) {
    Place place = settle.place();
    Target target = target(release, place);
    Repository repository = repositories.repository(target.application().source().repository());
    List<CommitIntent> intents = progress(release, place).intents();
    Optional<CommitId> head = head(repository, target);
    Optional<CommitId> landed = head.flatMap(at -> landed(repository, at, intents));
    boolean certain =
        landed.isPresent()
            || head.isEmpty()
            || intents.stream().allMatch(each -> passedBy(repository, head.get(), each));
    return certain
        ? Optional.of(
            new DoubtSettled(
                place.environment(), place.application(), landed, settle.othersInDoubt()))
        : Optional.empty();
  }

  private static Optional<CommitId> head(Repository repository, Target target) {
    try {
      Revision branch = new Revision(target.planned().branch().value());
      return Optional.of(repository.head(branch).commit());
    } catch (PortException fault) {
      if (fault.fault() == Fault.NOT_FOUND) {
        return Optional.empty();
      }
      throw fault;
    }
  }

  private static Optional<CommitId> landed(
      Repository repository, CommitId head, List<CommitIntent> intents) {
    return intents.stream()
        .map(CommitIntent::commit)
        .filter(each -> each.equals(head) || repository.contains(head, each))
        .findFirst();
  }

  /** A commit cannot land any more once its branch went on without it, or became another one. */
  private static boolean passedBy(Repository repository, CommitId head, CommitIntent intent) {
    return !repository.contains(intent.draft().parent(), head);
  }

  private static ApplicationProgress progress(Release release, Place place) {
    return release.environment(place.environment()).application(place.application()).orElseThrow();
  }

  /** Writes a commit, taking contents from the repository of the cargo. */
  WriteResult write(Release release, Place place, Sending sending) {
    Target target = target(release, place);
    Cargo cargo = release.plan().cargoOf(target);
    return repositories
        .repository(target.application().source().repository())
        .write(
            sending.commit(),
            sending
                .changes()
                .or(blob -> repositories.repository(cargo.repository()).content(blob)));
  }

  private static Target target(Release release, Place place) {
    return release
        .target(place.environment(), place.application())
        .orElseThrow(() -> new IllegalStateException(place + " is not a target"));
  }

  /** One look at the branch of one application. */
  private final class Attempt {

    private final Release release;
    private final Action.Commit commit;
    private final Place place;
    private final Instant now;
    private final Target target;
    private final Cargo cargo;
    private final ApplicationSource source;
    private final Repository repository;
    private final CommitId head;
    private final ApplicationProgress progress;
    private final List<CommitIntent> intents;

    Attempt(Release release, Action.Commit commit, Instant now) {
      this.release = release;
      this.commit = commit;
      this.now = now;
      place = commit.place();
      target = target(release, place);
      cargo = release.plan().cargoOf(target);
      source = target.application().source();
      repository = repositories.repository(source.repository());
      head = repository.head(new Revision(target.planned().branch().value())).commit();
      progress = progress(release, place);
      intents = progress.intents();
    }

    /** Every intent is looked for, not only the newest: an old one may have landed late. */
    Optional<Move> landed() {
      return Commits.landed(repository, head, intents)
          .map(
              each ->
                  Move.record(new CommitLanded(place.environment(), place.application(), each)));
    }

    Optional<Move> abandoned() {
      return commit.mayWrite()
          ? Optional.empty()
          : Optional.of(Move.record(new CommitAbandoned(place.environment(), place.application())));
    }

    Optional<Move> sentAgain() {
      if (intents.isEmpty()) {
        return Optional.empty();
      }
      CommitIntent newest = intents.get(intents.size() - 1);
      if (!newest.draft().parent().equals(head)) {
        return Optional.empty();
      }
      Changes changes = changesAgain();
      if (!changes.areOf(newest.draft())) {
        return Optional.empty();
      }
      PreparedCommit again = repository.prepare(newest.draft());
      if (!again.id().equals(newest.commit())) {
        throw new PortException(
            Fault.MISCONFIGURED,
            place.problem(
                ProblemCode.ADAPTER_FAILED,
                "the repository adapter made commit "
                    + again.id()
                    + " of what it had called "
                    + newest.commit()
                    + "; use the adapter version that began the release"),
            null);
      }
      return Optional.of(Move.send(Optional.empty(), again, changes));
    }

    /**
     * The record has the ids of the files, not their bytes: those are worked out again. A version
     * of the library that writes values in another way makes the commit anew; having the same
     * parent, only one of the two can land.
     */
    private Changes changesAgain() {
      try {
        return files(head).changes(cargo);
      } catch (ValuesRefusedException changedItsMind) {
        return Changes.NONE;
      }
    }

    Move anew() {
      if (intents.size() >= MOST_ATTEMPTS) {
        return refused(
            ProblemCode.CONTENTION,
            "branch "
                + target.planned().branch()
                + " moved "
                + intents.size()
                + " times before the commit could land; retry when fewer write to it");
      }
      ApplicationFiles files = files(head);
      return rewritten()
          .or(() -> editedOutside(files))
          .or(() -> obstructed(files))
          .orElseGet(() -> changed(files));
    }

    private Move changed(ApplicationFiles files) {
      try {
        Changes changes = files.changes(cargo);
        return changes.isEmpty()
            ? Move.record(new NothingToChange(place.environment(), place.application(), head))
            : intend(changes);
      } catch (ValuesRefusedException refused) {
        return refused(refused.problems().get(0));
      }
    }

    private ApplicationFiles files(CommitId commit) {
      return new ApplicationFiles(repository, editor, source.path(), commit);
    }

    /** What was seen last must still be part of the branch, or somebody has rewritten it. */
    private Optional<Move> rewritten() {
      CommitId known =
          intents.isEmpty()
              ? target.planned().commit()
              : intents.get(intents.size() - 1).draft().parent();
      if (head.equals(known) || repository.contains(head, known)) {
        return Optional.empty();
      }
      if (repository.contains(known, head) && !behindForLong()) {
        return Optional.of(behind(known));
      }
      return Optional.of(
          refused(
              ProblemCode.HISTORY_REWRITTEN,
              "branch "
                  + target.planned().branch()
                  + " no longer contains commit "
                  + known
                  + ", so its history was rewritten; nothing was written, trigger a new release"));
    }

    /** An older head may be a stale answer, or somebody has set the branch back: time tells. */
    private Move behind(CommitId known) {
      return Move.waitFor(
          place.problem(
              ProblemCode.BRANCH_BEHIND,
              "branch "
                  + target.planned().branch()
                  + " is at "
                  + head.abbreviated()
                  + ", older than commit "
                  + known.abbreviated()
                  + " that it had; waits whether that answer is stale"));
    }

    private boolean behindForLong() {
      return progress.reason().filter(each -> each.code() == ProblemCode.BRANCH_BEHIND).isPresent()
          && progress.since().filter(at -> !now.isBefore(at.plus(STALE_AT_MOST))).isPresent();
    }

    private Optional<Move> editedOutside(ApplicationFiles files) {
      CommitId planned = target.planned().commit();
      return head.equals(planned)
          ? Optional.empty()
          : files.editedSince(files(planned), cargo).map(path -> edited(path, planned));
    }

    private Move edited(RepositoryPath path, CommitId planned) {
      String by =
          repository
              .lastChange(planned, head, path)
              .map(change -> "by " + change.author() + " in commit " + change.id())
              .orElse("by somebody");
      return refused(
          ProblemCode.EDITED_OUTSIDE,
          path
              + " was changed "
              + by
              + " after the release had been planned; nothing was written, look at that change and"
              + " trigger a new release");
    }

    private Optional<Move> obstructed(ApplicationFiles files) {
      return files.obstacles(cargo).stream().findFirst().map(this::refused);
    }

    private Move intend(Changes changes) {
      CommitDraft draft =
          new CommitDraft(
              target.planned().branch(),
              head,
              changes.edits(),
              changes.removed(),
              release.plan().author(),
              now,
              CommitMessage.of(release, target));
      PreparedCommit prepared = repository.prepare(draft);
      CommitIntent intent = new CommitIntent(intents.size() + 1, draft, prepared.id());
      return Move.send(
          Optional.of(new CommitIntended(place.environment(), place.application(), intent)),
          prepared,
          changes);
    }

    private Move refused(Problem fault) {
      return refused(fault.code(), fault.place() + " " + fault.message());
    }

    private Move refused(ProblemCode code, String message) {
      Problem reason = place.problem(code, message);
      return Move.record(new ApplicationFailed(place.environment(), place.application(), reason));
    }
  }
}
