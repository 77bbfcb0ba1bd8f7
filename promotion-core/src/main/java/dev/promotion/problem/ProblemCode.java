package dev.promotion.problem;

/**
 * The stable code of a {@link Problem}: what a program may branch on, and what a person may search
 * for. A code is never renamed or reused; new ones may be added in any version.
 */
public enum ProblemCode {
  /** A required value is missing. */
  REQUIRED,
  /** A value has the wrong type. */
  TYPE,
  /** A value is outside the range that is allowed. */
  RANGE,
  /** A value is not one of those that are allowed. */
  ENUM,
  /** A duration cannot be read, or has no unit. */
  DURATION,
  /** A limit of the library is exceeded. */
  LIMIT,
  /** A text has a character that is not allowed there, such as a line break. */
  TEXT_CHARSET,

  /** A name is empty. */
  ID_EMPTY,
  /** A name is too long. */
  ID_LENGTH,
  /** A name has a character that a Kubernetes name cannot have. */
  ID_CHARSET,
  /** A commit or blob id is not 40 lower-case hexadecimal digits. */
  SHA_FORM,

  /** Two definitions of one kind have the same name. */
  DUPLICATE_NAME,
  /** A flow has no steps. */
  FLOW_EMPTY,
  /** Steps of a flow wait for each other. */
  FLOW_CYCLE,
  /** An environment is the target of two steps of a flow. */
  DUPLICATE_STEP,
  /** A step names the same dependency twice. */
  DUPLICATE_DEPENDENCY,
  /** A step has no dependency, so nothing would hold it back. */
  STEP_WITHOUT_DEPENDENCY,
  /** The trigger environment is the target of a step. */
  TRIGGER_AS_TARGET,
  /** A step cannot be reached from the trigger environment. */
  UNREACHABLE_STEP,
  /** An environment is named that does not exist. */
  UNKNOWN_ENVIRONMENT,
  /** A product is named that does not exist. */
  UNKNOWN_PRODUCT,
  /** A flow is named that does not exist. */
  UNKNOWN_FLOW,
  /** An application is named that does not exist, or is no longer there. */
  UNKNOWN_APPLICATION,
  /** An application belongs to two environments. */
  ENVIRONMENT_OVERLAP,
  /** The trigger environment has no application of the product. */
  NO_APPLICATIONS,
  /** A target environment has no application of the product. */
  APP_MISSING_IN_TARGET,
  /** Several applications could be the source, and none was named. */
  SOURCE_AMBIGUOUS,

  /** A path leaves the folder that it is relative to. */
  PATH_ESCAPE,
  /** A path is absolute. */
  PATH_ABSOLUTE,
  /** A path has a backslash or a drive letter. */
  PATH_BACKSLASH,
  /** A path is not written in its one canonical form. */
  PATH_NOT_CANONICAL,
  /** A path names one of Git's own files, or a disguise of one. */
  PATH_GIT_INTERNAL,
  /** A path has a character or an ending that some file systems do not keep. */
  PATH_CHARSET,
  /** A path is longer than file systems allow. */
  PATH_LIMIT,
  /** A path is, or leads through, a symbolic link or a submodule. */
  PATH_NOT_REGULAR,
  /** Two paths differ only in upper and lower case. */
  PATH_CASE_CLASH,
  /** Two paths differ only in how Unicode composes their characters. */
  PATH_UNICODE_CLASH,
  /** A path is a file at one end and a folder at the other. */
  PATH_TYPE_CHANGE,
  /** A file or folder is not there. */
  PATH_NO_MATCH,

  /** A branch or revision has a name that Git, or this library, does not accept. */
  REF_NAME,
  /** A repository address has a scheme that is not allowed. */
  URL_SCHEME,
  /** A repository address holds a user or password. */
  URL_CREDENTIALS,
  /** A repository address has no host, or one that hides another. */
  URL_AUTHORITY,
  /** A repository address has a space, a line break or another character that is not allowed. */
  URL_CHARSET,

  /** A repository is not there or cannot be reached. */
  REPOSITORY_UNREACHABLE,
  /** A repository did not accept the credentials. */
  REPOSITORY_AUTH,
  /** A repository refused a commit for good: a hook, a protected branch. */
  REPOSITORY_REJECTED,
  /** The repository adapter is set up wrongly. */
  REPOSITORY_MISCONFIGURED,
  /** A branch is not there. */
  BRANCH_NOT_FOUND,
  /** A commit is not there. */
  COMMIT_NOT_FOUND,
  /** The trigger commit is not on the branch of its application. */
  COMMIT_NOT_ON_BRANCH,

  /** A promoted file was changed by somebody else after the release had been planned. */
  EDITED_OUTSIDE,
  /** The branch no longer contains the commit that it had when the release was planned. */
  HISTORY_REWRITTEN,
  /** Other writers moved the branch again and again, and the attempts are used up. */
  CONTENTION,
  /** What the environment runs no longer holds the promoted files. */
  SUPERSEDED,
  /** The sync of the deployment failed. */
  SYNC_FAILED,
  /** The application is degraded. */
  DEGRADED,

  /** The deployment has not reached what the release waits for. */
  WAITING_FOR_SYNC,
  /** The application is not healthy yet. */
  WAITING_FOR_HEALTH,
  /** The deployment's state cannot be told. */
  HEALTH_UNKNOWN,
  /** An adapter failed in a way that it does not explain. */
  ADAPTER_FAILED,

  /** A release is not there, or may not be seen. */
  RELEASE_NOT_FOUND,
  /** A release was changed by somebody else in the meantime. */
  RELEASE_STALE,
  /** A release has ended already. */
  RELEASE_ENDED,
  /** The release store failed. */
  STORE_FAILED,
  /** A release took longer than its flow allows. */
  TIMED_OUT,
  /** A release ended well: every environment runs what was promoted. */
  PROMOTED,
  /** A release was terminated on request. */
  TERMINATED,

  /** The product names nothing to promote, so every file of the source is promoted. */
  PROMOTES_EVERYTHING,
  /** Nothing says how to promote, so it is done by commit. */
  ACTION_DEFAULTED,
  /** A file of the source is Git's own and stays behind. */
  GIT_FILE_LEFT_OUT
}
