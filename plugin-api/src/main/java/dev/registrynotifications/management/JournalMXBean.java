package dev.registrynotifications.management;

/**
 * The log of events behind all endpoints: {@code dev.registrynotifications:type=Journal}.
 *
 * <p>Emits notifications of the types {@value #FAILING} and {@value #RECOVERED}.
 */
@Description("The log of events behind all endpoints")
public interface JournalMXBean {

  /** The disk can't be written, as when it is full: events wait in memory. */
  String FAILING = "dev.registrynotifications.journal.failing";

  /** It can be written again, and what waited in memory has been. */
  String RECOVERED = "dev.registrynotifications.journal.recovered";

  /**
   * {@code file}: what is pending is still there when the process has ended; or {@code memory}: it
   * is lost then.
   */
  @Description("file, or memory: what is pending is lost when the process ends")
  String getType();

  /** The random id that receivers know the log's sequences by; a new directory means a new one. */
  @Description("The random id by which receivers know the sequences of the log")
  String getLogId();

  /**
   * {@code writing}; or {@code buffering: } and why, while the disk can't be written and events
   * wait in memory.
   */
  @Description("writing; or buffering and why, while the disk cannot be written")
  String getState();

  /** How many events are held, delivered ones that are kept for a replay included. */
  @Description("Events that are held, delivered ones kept for a replay included")
  long getRecords();

  /** How many bytes they take. */
  @Description("Bytes that they take")
  long getBytes();

  /** How many bytes they may take before the oldest are dropped. */
  @Description("Bytes that they may take before the oldest are dropped")
  long getMaxBytes();

  /** The sequence number of the oldest event; 0 if there is none. */
  @Description("Sequence of the oldest event; 0 if there is none")
  long getFirstSequence();

  /** The last sequence number given; 0 before the first. */
  @Description("The last sequence given; 0 before the first")
  long getLastSequence();

  /** In how many files the events are; 0 for a journal in memory. */
  @Description("Files that the events are in; 0 in memory")
  int getSegments();

  /** How many of the events wait in memory to be written. */
  @Description("Events that wait in memory to be written")
  int getBuffered();

  /** How many events were appended since the start. */
  @Description("Events appended since the start")
  long getAppended();

  /** How many events were appended per second, over the last minute. */
  @Description("Events appended per second, on the average of the last minute")
  double getAppendsPerSecond();

  /** How long it took to force events to the disk; all zero for a journal in memory. */
  @Description(
      "How long it took to force events to the disk in the last five minutes, in milliseconds")
  LatencyView getSyncLatency();

  /**
   * How many events were lost because they couldn't be appended: neither to the disk nor to what
   * may wait in memory.
   */
  @Description("Events lost because they could not be appended")
  long getLost();

  /** How many damaged places were found since the start; what is intact is read on behind them. */
  @Description("Damaged places that were found and passed over since the start")
  long getDamages();
}
