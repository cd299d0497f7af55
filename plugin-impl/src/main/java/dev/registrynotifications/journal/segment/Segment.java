package dev.registrynotifications.journal.segment;

import java.nio.file.Path;

/**
 * One file of the log, and what is in it so far. Its figures are changed by one thread at a time
 * and read by any; each is right by itself.
 */
public final class Segment {

  private static final String EXTENSION = ".log";

  private final long ordinal;
  private final Path path;
  private volatile long records;
  private volatile long firstSequence;
  private volatile long lastSequence;
  private volatile long lastTime;
  private volatile long length;

  private Segment(long ordinal, Path path, SegmentSummary summary) {
    this.ordinal = ordinal;
    this.path = path;
    this.records = summary.records();
    this.firstSequence = summary.firstSequence();
    this.lastSequence = summary.lastSequence();
    this.lastTime = summary.lastTime();
    this.length = summary.end();
  }

  /** An empty one. */
  public static Segment empty(Path directory, long ordinal) {
    Path path = directory.resolve("%010d%s".formatted(ordinal, EXTENSION));
    return new Segment(ordinal, path, SegmentSummary.EMPTY);
  }

  /** The same one, with that in it. */
  Segment with(SegmentSummary summary) {
    return new Segment(ordinal, path, summary);
  }

  /** The ordinal in a segment's file name; 0 if it is no segment's. */
  public static long ordinalOf(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.matches("\\d{10,18}\\.log")
        ? Long.parseLong(name.substring(0, name.length() - EXTENSION.length()))
        : 0;
  }

  /** Notes a record that was just written. Its length comes last: it lets readers at the record. */
  void wrote(int bytes, long sequence, long time) {
    if (records == 0) {
      firstSequence = sequence;
    }
    lastSequence = Math.max(lastSequence, sequence);
    lastTime = Math.max(lastTime, time);
    setRecords(records + 1);
    setLength(length + bytes);
  }

  private void setRecords(long newRecords) {
    records = newRecords;
  }

  private void setLength(long newLength) {
    length = newLength;
  }

  /** Which of the log's files it is; later ones have higher numbers. */
  public long ordinal() {
    return ordinal;
  }

  public Path path() {
    return path;
  }

  /** Where its keys are, once it is complete. */
  public Path keysPath() {
    String name = String.valueOf(path.getFileName());
    return path.resolveSibling(name.replace(EXTENSION, ".keys"));
  }

  /** How many records were found in it or written to it. */
  public long records() {
    return records;
  }

  /** The first sequence in it; 0 if it is empty. */
  public long firstSequence() {
    return firstSequence;
  }

  /** The highest sequence in it; 0 if it is empty. */
  public long lastSequence() {
    return lastSequence;
  }

  /** The latest time in it, in milliseconds since 1970. */
  public long lastTime() {
    return lastTime;
  }

  /** How many bytes of it are written, in whole records: how far it may be read. */
  public long length() {
    return length;
  }

  /** All figures of a segment that nobody writes to any more. */
  SegmentSummary summary() {
    return new SegmentSummary(records, firstSequence, lastSequence, lastTime, length);
  }
}
