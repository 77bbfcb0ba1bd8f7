package dev.promotion.port;

/** Whether what runs is what the revision says. */
public enum SyncStatus {
  /** It is. */
  SYNCED,
  /** It is not, or not yet. */
  OUT_OF_SYNC,
  /** That cannot be told. */
  UNKNOWN
}
