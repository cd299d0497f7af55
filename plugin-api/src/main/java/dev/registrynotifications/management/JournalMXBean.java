package dev.registrynotifications.management;

/** The log of events behind all endpoints: {@code dev.registrynotifications:type=Journal}. */
public interface JournalMXBean {

  /** {@code memory}: what is pending is lost when the process ends. */
  String getType();

  /** How many events are held. */
  long getRecords();

  /** How many bytes they take. */
  long getBytes();

  /** How many bytes they may take before the oldest are dropped. */
  long getMaxBytes();

  /** The sequence number of the newest event; 0 before the first. */
  long getLastSequence();
}
