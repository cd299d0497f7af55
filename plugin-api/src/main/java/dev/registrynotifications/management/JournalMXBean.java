package dev.registrynotifications.management;

/** The log of events behind all endpoints: {@code dev.registrynotifications:type=Journal}. */
public interface JournalMXBean {

  /**
   * {@code file}: what is pending is still there when the process has ended; or {@code memory}: it
   * is lost then.
   */
  String getType();

  /** The random id that receivers know the log's sequences by; a new directory means a new one. */
  String getLogId();

  /**
   * {@code writing}; or {@code buffering: } and why, while the disk can't be written and events
   * wait in memory.
   */
  String getState();

  /** How many events are held, delivered ones that are kept for a replay included. */
  long getRecords();

  /** How many bytes they take. */
  long getBytes();

  /** How many bytes they may take before the oldest are dropped. */
  long getMaxBytes();

  /** The sequence number of the oldest event; 0 if there is none. */
  long getFirstSequence();

  /** The last sequence number given; 0 before the first. */
  long getLastSequence();

  /** In how many files the events are; 0 for a journal in memory. */
  int getSegments();

  /** How many of the events wait in memory to be written. */
  int getBuffered();

  /** How many damaged places were found since the start; what is intact is read on behind them. */
  long getDamages();
}
