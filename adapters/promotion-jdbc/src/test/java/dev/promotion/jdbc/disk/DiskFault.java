package dev.promotion.jdbc.disk;

/**
 * What goes wrong on a disk.
 *
 * @param operation at which operation
 * @param damage what becomes of it
 * @param number at which of these operations, counted from 1
 * @param lasting whether all that follow fail too, until the disk is healed
 */
public record DiskFault(Operation operation, Damage damage, int number, boolean lasting) {

  /** What a database does with its file. */
  public enum Operation {
    READ,
    WRITE,
    FORCE
  }

  /** What becomes of an operation. */
  public enum Damage {
    /** Nothing of it is done. */
    FAILS("Input/output error"),
    /** Half of it is done. */
    TEARS("Input/output error"),
    /** There is no space for it. */
    FULL("No space left on device"),
    /** The machine loses its power: nothing is done any more. */
    POWER_LOST("no power");

    final String words;

    Damage(String words) {
      this.words = words;
    }
  }
}
