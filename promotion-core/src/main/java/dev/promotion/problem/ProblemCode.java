package dev.promotion.problem;

/**
 * The stable code of a {@link Problem}: what a program may branch on, and what a person may search
 * for. A code is never renamed or reused; new ones may be added in any version.
 */
public enum ProblemCode {
  /** A file or folder of definitions cannot be read. */
  FILE_UNREADABLE,
  /** A file is larger than a definition may be. */
  SIZE_LIMIT,
  /** A line is longer than a definition may have. */
  LINE_LIMIT,
  /** A text is not UTF-8, or holds half a character. */
  ENCODING,
  /** A text has a control character, or one that changes the order in which text is shown. */
  CONTROL_CHARACTER,
  /** A text has the marks of a merge that was not finished. */
  MERGE_CONFLICT_MARKERS,
  /** A file is a pointer of Git LFS in place of its content. */
  LFS_POINTER,
  /** A text is a template that must be rendered before it is YAML. */
  TEMPLATE_SYNTAX,
  /** A text is not YAML for a reason that has no code of its own. */
  YAML_SYNTAX,
  /** A text says that it is YAML of a version that is not known. */
  YAML_VERSION,
  /** A tab stands where only spaces may. */
  TAB_INDENT,
  /** A list or map that was opened by a bracket is not closed. */
  UNCLOSED,
  /** A quote is not closed. */
  UNCLOSED_QUOTE,
  /** A quoted text has an escape that does not exist. */
  BAD_ESCAPE,
  /** A key stands inside a plain value, or at the wrong indentation. */
  MAPPING_IN_SCALAR,
  /** A definition is nested too deeply. */
  DEPTH_LIMIT,
  /** A definition has too many values. */
  NODE_LIMIT,
  /** A YAML alias names an anchor that is not there. */
  UNDEFINED_ALIAS,
  /** A YAML alias stands inside the value that it repeats. */
  RECURSIVE_ALIAS,
  /** A definition has a YAML alias. */
  ALIAS_NOT_ALLOWED,
  /** A definition has a YAML merge key. */
  MERGE_KEY_NOT_ALLOWED,
  /** A definition has a YAML tag. */
  TAG_NOT_ALLOWED,
  /** A map has the same key twice. */
  DUPLICATE_KEY,
  /** A key is not text. */
  KEY_NOT_TEXT,
  /** A key is too long. */
  KEY_TOO_LONG,

  /** A file or text holds no definition at all. */
  EMPTY_DOCUMENT,
  /** A document is not a map of fields. */
  ROOT_NOT_MAPPING,
  /** A document has a kind that does not exist. */
  UNKNOWN_KIND,
  /** A document has an API version that is not known for its kind. */
  UNSUPPORTED_VERSION,
  /** A field is not known where it stands. */
  UNKNOWN_FIELD,
  /** A field would change what a release does, and is not supported yet. */
  NOT_SUPPORTED_YET,
  /** A number can be read in two ways. */
  AMBIGUOUS_NUMBER,
  /** A text can be read as something else than text. */
  AMBIGUOUS_TEXT,
  /** Two fields are given of which only one may be. */
  EITHER_OR,
  /** An application has several sources, or one that is not a folder in Git. */
  UNSUPPORTED_SOURCE,

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
  /** A label has a name or value that Kubernetes does not allow. */
  LABEL_FORM,
  /** A selector selects nothing in particular, which would be everything. */
  SELECTOR_EMPTY,
  /** A list that must name something is empty. */
  VALUES_EMPTY,
  /** Values are given to a comparison that has none. */
  VALUES_NOT_ALLOWED,
  /** A pattern is too long or has too many wildcards. */
  PATTERN_LIMIT,
  /** A definition says what the version cannot say in which it is written. */
  NOT_EXPRESSIBLE,

  /** A name is empty. */
  ID_EMPTY,
  /** A name is too long. */
  ID_LENGTH,
  /** A name has a character that a Kubernetes name cannot have. */
  ID_CHARSET,
  /** A name is one that some file systems keep for a device. */
  ID_RESERVED,
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
  /** A promotion template is named that does not exist. */
  UNKNOWN_TEMPLATE,
  /** Only their names decide which of two policies wins. */
  POLICY_TIE,
  /** Only their names decide which of two promotion templates wins. */
  TEMPLATE_TIE,
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
  /**
   * A path is longer than file systems allow; or a path to values is longer, deeper or slower than
   * any that is needed.
   */
  PATH_LIMIT,
  /** A path is, or leads through, a symbolic link or a submodule. */
  PATH_NOT_REGULAR,
  /** Two paths differ only in upper and lower case. */
  PATH_CASE_CLASH,
  /** Two paths differ only in how Unicode composes their characters. */
  PATH_UNICODE_CLASH,
  /** A path is a file at one end and a folder at the other, or a map here and a text there. */
  PATH_TYPE_CHANGE,
  /** A file or folder, or what a path in a file should lead to, is not there. */
  PATH_NO_MATCH,

  /** The text is not a path into a file. */
  PATH_SYNTAX,
  /** A path into a file is not in its standard form, and is understood all the same. */
  PATH_NOT_STANDARD,
  /** What should be a regular expression in a path is none, so it matches nothing. */
  PATH_REGEXP,
  /** A path leads to several places where one is meant. */
  PATH_MANY,
  /** A path leads to nothing in the file that is to be changed. */
  PATH_NO_MATCH_TARGET,
  /** A path leads to an item that the list does not have. */
  PATH_INDEX,
  /** Two paths lead to the same place, or one leads into the other. */
  PATH_OVERLAP,
  /** A path leads to a value that stands elsewhere too, by an anchor, an alias or a merge key. */
  PATH_SHARED_ANCHOR,
  /** A file is neither YAML nor JSON, so there are no values in it. */
  NOT_YAML,
  /** A value is encrypted, or belongs to a file whose values are. */
  ENCRYPTED_VALUE,
  /** A value belongs to a Secret of Kubernetes, and would stand in the record as text. */
  SECRET_VALUE,
  /** A value does not mean the same elsewhere: it refers to something outside of it. */
  VALUE_NOT_PORTABLE,
  /** The text of a value is not exactly one value of the format of its file. */
  VALUE_SYNTAX,
  /** A value cannot be written in its place without touching what stands around it. */
  VALUE_STYLE,

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
  /** The branch is at an older commit than was seen before; it is waited whether that was stale. */
  BRANCH_BEHIND,
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
  /** The record of a release is not what was written. */
  RECORD_ALTERED,
  /** The record of a release was written by a newer version. */
  RECORD_NEWER,
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
  /** A commit that had been given up landed after its release had ended. */
  LANDED_LATE,

  /** The product names nothing to promote, so every file of the source is promoted. */
  PROMOTES_EVERYTHING,
  /** Nothing says how to promote, so it is done by commit. */
  ACTION_DEFAULTED,
  /** The version of what is promoted cannot be read where a template says that it is. */
  VERSION_UNKNOWN,
  /** Values inside files are promoted, but nothing is there that can read them. */
  FILE_VALUES_MISSING,
  /** Nothing is done to promote, and no workflow does it instead. */
  NOTHING_TO_DO,
  /** A file of the source is Git's own and stays behind. */
  GIT_FILE_LEFT_OUT
}
