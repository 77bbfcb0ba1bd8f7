package dev.promotion.testkit.simulation;

import dev.promotion.testkit.fault.PortCall;
import java.util.EnumSet;
import java.util.Set;

/** What can go wrong, or happen meanwhile, at a call from a promoter to one of its ports. */
public enum Disturbance {
  /** The process dies before the call is made. */
  CRASH_BEFORE(Kind.FAULT),
  /** The process dies after the call had its effect. */
  CRASH_AFTER(Kind.FAULT),
  /** The request never arrives. */
  REQUEST_LOST(Kind.FAULT),
  /** The call has its effect, but the answer never arrives. */
  REPLY_LOST(Kind.FAULT),
  /** The promoter gives up on the call, and the call has its effect some time later. */
  DELAYED(Kind.FAULT),
  /** The call arrives twice. */
  DUPLICATED(Kind.FAULT),
  /** The other side is busy, for this call only. */
  TRANSIENT_ERROR(Kind.FAULT),
  /** The other side is gone, or refuses the credentials, for minutes or hours. */
  LASTING_ERROR(Kind.FAULT),
  /** A read answers what it answered some time ago. */
  STALE_READ(Kind.FAULT),
  /** The call hangs until the adapter gives up; it may or may not have had its effect. */
  HANG(Kind.FAULT),
  /** The server refuses a commit for good. */
  REJECTED(Kind.FAULT),

  /** The process stands still, and others go on meanwhile. */
  PAUSE(Kind.ELSEWHERE),
  /** The clock of the process is set to another time. */
  CLOCK_SET(Kind.ELSEWHERE),
  /** The same trigger comes again. */
  TRIGGERED_AGAIN(Kind.ELSEWHERE),
  /** Somebody terminates the release. */
  TERMINATED(Kind.ELSEWHERE),
  /** An application becomes degraded. */
  DEGRADED(Kind.ELSEWHERE),
  /** The syncs of an application fail. */
  SYNC_FAILED(Kind.ELSEWHERE),
  /** An application is not synced for a while. */
  SYNC_PAUSED(Kind.ELSEWHERE),
  /** The cluster does not know how an application is, for a while. */
  HEALTH_UNKNOWN(Kind.ELSEWHERE),
  /** The cluster does not answer for a while. */
  CLUSTER_UNREACHABLE(Kind.ELSEWHERE),
  /** What was wrong in the cluster is mended. */
  CLUSTER_HEALED(Kind.ELSEWHERE),
  /** An application is deleted from the cluster. */
  APPLICATION_DELETED(Kind.ELSEWHERE),
  /** Somebody sets a branch back by force, and commits something else. */
  FORCE_PUSHED(Kind.ELSEWHERE),
  /** Somebody deletes a branch. */
  BRANCH_DELETED(Kind.ELSEWHERE),
  /** Somebody gives a branch another name. */
  BRANCH_RENAMED(Kind.ELSEWHERE),
  /** Somebody commits to a file that is promoted. */
  SAME_PATH_EDITED(Kind.ELSEWHERE),
  /** Somebody commits to a file that is not promoted. */
  OTHER_PATH_EDITED(Kind.ELSEWHERE),
  /** Somebody takes back a commit of the release. */
  REVERTED(Kind.ELSEWHERE),
  /** The flow gets another definition, and the process is started with it. */
  FLOW_EDITED(Kind.ELSEWHERE),
  /** An environment gets another name, and the process is started with it. */
  ENVIRONMENT_RENAMED(Kind.ELSEWHERE);

  private enum Kind {
    FAULT,
    ELSEWHERE
  }

  private static final Set<Disturbance> FOR_EFFECTS_ONLY = EnumSet.of(REJECTED);

  private final Kind kind;

  Disturbance(Kind kind) {
    this.kind = kind;
  }

  /**
   * Tells whether it befalls the call itself; everything else happens elsewhere, just before the
   * call.
   *
   * @return true for a fault of the call
   */
  public boolean isFault() {
    return kind == Kind.FAULT;
  }

  /**
   * Tells whether it can happen at a call.
   *
   * @param call a call
   * @return false where it has no meaning, such as a stale read at a write
   */
  boolean fits(PortCall call) {
    if (this == STALE_READ) {
      return isRead(call);
    }
    return !FOR_EFFECTS_ONLY.contains(this) || call.method().equals("write");
  }

  static boolean isRead(PortCall call) {
    return switch (call.method()) {
      case "write", "append", "prepare", "repository" -> false;
      default -> true;
    };
  }
}
