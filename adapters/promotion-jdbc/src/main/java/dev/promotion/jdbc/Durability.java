package dev.promotion.jdbc;

/** What an event in a store in a file survives once it is acknowledged. */
public enum Durability {
  /**
   * The crash of the process: the event is with the operating system before the call returns, which
   * decides when it writes to the disk. The default.
   */
  PROCESS,
  /**
   * The crash of the machine too: the event is forced to the disk before the call returns, which
   * costs the time of that.
   */
  MACHINE
}
