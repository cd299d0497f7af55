package dev.registrynotifications.config;

/** Where an endpoint that the journal doesn't know yet begins. */
public enum StartFrom {
  /** At the end of the log: it is sent what happens from now on. */
  LATEST,

  /** At the oldest event that the log still has. */
  EARLIEST
}
