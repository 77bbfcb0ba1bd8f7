package dev.promotion.git;

import dev.promotion.port.Fault;
import dev.promotion.port.PortException;
import dev.promotion.problem.Problem;
import dev.promotion.problem.ProblemCode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;

/**
 * Says in one sentence what went wrong in a repository. Paths of this machine stay in the cause.
 *
 * @param where the address of the repository
 */
record Failures(String where) {

  /** Something that may fail. */
  @FunctionalInterface
  interface Attempt<T> {
    T run() throws IOException;
  }

  /** Runs an attempt; what it throws is told as a problem of the repository. */
  <T> T telling(Attempt<T> attempt) {
    try {
      return attempt.run();
    } catch (IOException failed) {
      throw explained(failed);
    } catch (ClassCastException | IllegalArgumentException | IndexOutOfBoundsException malformed) {
      // The parsers of JGit let these out where an object is not what it says.
      throw explained(new CorruptObjectException("an object is malformed", malformed));
    }
  }

  PortException of(Fault fault, ProblemCode code, String message, IOException cause) {
    return new PortException(fault, new Problem(code, where, message), cause);
  }

  static PortException of(String where, Fault fault, ProblemCode code, String message) {
    return new PortException(fault, new Problem(code, where, message), null);
  }

  private PortException explained(IOException failed) {
    if (failed instanceof RefusedException refused) {
      return of(Fault.REJECTED, refused.code(), refused.getMessage(), refused);
    }
    if (failed instanceof MissingObjectException missing) {
      return missing(missing);
    }
    if (failed instanceof TooLargeException large) {
      return of(Fault.LIMIT, ProblemCode.LIMIT, large.getMessage(), large);
    }
    if (failed instanceof ReferenceLock.HeldException held) {
      return of(
          Fault.TRANSIENT,
          ProblemCode.CONTENTION,
          "another program holds "
              + held.getMessage()
              + "; it is tried again, delete that file if no program is writing",
          held);
    }
    return unreadable(failed);
  }

  private PortException missing(MissingObjectException missing) {
    boolean commit = String.valueOf(missing.getMessage()).contains(Constants.TYPE_COMMIT);
    return of(
        Fault.NOT_FOUND,
        commit ? ProblemCode.COMMIT_NOT_FOUND : ProblemCode.PATH_NO_MATCH,
        (commit ? "commit " : "object ")
            + missing.getObjectId().name()
            + " is not there; push it to this repository or name another",
        missing);
  }

  private PortException unreadable(IOException failed) {
    if (failed instanceof IncorrectObjectTypeException) {
      return of(
          Fault.NOT_FOUND,
          ProblemCode.COMMIT_NOT_FOUND,
          "an object is of another type than it should be; check the id with git cat-file -t",
          failed);
    }
    if (failed instanceof CorruptObjectException) {
      return of(
          Fault.NOT_FOUND,
          ProblemCode.REPOSITORY_UNREACHABLE,
          "the repository is damaged (" + failed.getMessage() + "); check it with git fsck",
          failed);
    }
    if (failed instanceof NoSuchFileException || failed instanceof FileNotFoundException) {
      return of(
          Fault.NOT_FOUND,
          ProblemCode.REPOSITORY_UNREACHABLE,
          "a part of the repository is gone; check whether it was moved or deleted",
          failed);
    }
    if (failed instanceof AccessDeniedException) {
      return of(
          Fault.MISCONFIGURED,
          ProblemCode.REPOSITORY_MISCONFIGURED,
          "this process may not read or write the repository; give it the rights",
          failed);
    }
    return of(
        Fault.TRANSIENT,
        ProblemCode.REPOSITORY_UNREACHABLE,
        "the disk of the repository failed ("
            + failed.getClass().getSimpleName()
            + "); it is tried again, check space and health of the disk",
        failed);
  }
}
