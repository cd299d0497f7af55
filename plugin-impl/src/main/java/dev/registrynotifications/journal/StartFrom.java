package dev.registrynotifications.journal;

/** Where a cursor begins that the log doesn't know yet. */
public enum StartFrom {
  /** At the end: with what is appended from now on. */
  LATEST,
  /** With the oldest event that the log still has. */
  EARLIEST
}
