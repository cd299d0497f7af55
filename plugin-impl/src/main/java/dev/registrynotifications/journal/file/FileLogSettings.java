package dev.registrynotifications.journal.file;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How a log in files is kept.
 *
 * @param directory where; one process at a time owns it
 * @param maxBytes how many bytes its events may take before the oldest ones go
 * @param retention how long events are kept that every cursor is done with, and how long a cursor
 *     is remembered that nobody uses
 * @param syncAlways whether an append returns only when its event is on the disk; else events are
 *     forced to the disk every {@link #SYNC_INTERVAL}
 * @param bufferEvents how many events wait in memory while the disk can't be written
 */
public record FileLogSettings(
    Path directory, long maxBytes, Duration retention, boolean syncAlways, int bufferEvents) {

  /** What a power cut may take, unless appends wait for the disk. */
  static final Duration SYNC_INTERVAL = Duration.ofMillis(100);

  /** How often it is tried again to write to a disk that failed. */
  static final Duration RECOVERY_INTERVAL = Duration.ofSeconds(1);

  /** The most that the events in memory may take, however few they are. */
  static final long MAX_BUFFER_BYTES = 64L * 1024 * 1024;

  private static final long MAX_SEGMENT_BYTES = 64L * 1024 * 1024;
  private static final int SEGMENTS = 16;

  /** Nothing may be missing, and the bounds leave room for something. */
  public FileLogSettings {
    requireNonNull(directory, "directory");
    requireNonNull(retention, "retention");
    if (maxBytes < SEGMENTS || bufferEvents < 0 || retention.isNegative()) {
      throw new IllegalArgumentException(
          "too small: " + maxBytes + " bytes, " + bufferEvents + " events, " + retention);
    }
  }

  /** How long a file becomes before another one is begun: what goes at once when all is full. */
  long segmentBytes() {
    return Math.min(MAX_SEGMENT_BYTES, maxBytes / SEGMENTS);
  }
}
