package dev.registrynotifications.config;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;

/**
 * {@code notifications.journal}: where events wait for the endpoints, and for how long. A journal
 * in memory has a type and a bound only; what else is here doesn't matter to it, so that another
 * type is one other word in the file.
 *
 * <p>In the file, zero and below mean the default for {@code retention} and {@code bufferEvents}; a
 * size of zero is refused.
 *
 * @param type what keeps the events; by default files
 * @param path the directory of the file journal, absolute and without detours; by default {@code
 *     data/notifications}. In the file it may be relative to the file's directory, or without a
 *     file to the working directory.
 * @param maxBytes how many bytes the journal may take, of the disk or the heap, before the oldest
 *     events go; by default 1 GiB of the disk or 64 MiB of the heap
 * @param retention how long events that every endpoint has had are kept for replay, and how long
 *     the place of an endpoint that was removed is remembered; by default 24 hours
 * @param fsync when bytes are forced to the disk; by default at intervals
 * @param bufferEvents how many events wait in memory while the disk fails; by default 10,000
 */
public record JournalConfig(
    Type type, Path path, long maxBytes, Duration retention, Fsync fsync, int bufferEvents) {

  public static final Path DEFAULT_PATH = Path.of("data", "notifications");
  public static final Duration DEFAULT_RETENTION = Duration.ofHours(24);
  public static final int DEFAULT_BUFFER_EVENTS = 10_000;

  /** Takes a relative path from the working directory. */
  public JournalConfig {
    requireNonNull(type, "type");
    path = path.toAbsolutePath().normalize();
    requirePositive(maxBytes, "maxBytes");
    if (retention.isNegative() || retention.isZero()) {
      throw new IllegalArgumentException("retention must be longer than zero, not " + retention);
    }
    requireNonNull(fsync, "fsync");
    requirePositive(bufferEvents, "bufferEvents");
  }

  /** A journal in memory with all defaults. */
  public static JournalConfig inMemory() {
    return new JournalConfig(
        Type.MEMORY,
        DEFAULT_PATH,
        Type.MEMORY.defaultMaxBytes(),
        DEFAULT_RETENTION,
        Fsync.INTERVAL,
        DEFAULT_BUFFER_EVENTS);
  }

  private static void requirePositive(long value, String name) {
    if (value <= 0) {
      throw new IllegalArgumentException(name + " must be more than zero, not " + value);
    }
  }

  /** What keeps the events. */
  public enum Type {
    /** Files in a directory: events survive the process. */
    FILE(1L << 30, 1L << 20),

    /** The heap: what is pending when the process ends is lost, as in distribution. */
    MEMORY(64L << 20, 64L << 10);

    private final long defaultMaxBytes;
    private final long minimumMaxBytes;

    Type(long defaultMaxBytes, long minimumMaxBytes) {
      this.defaultMaxBytes = defaultMaxBytes;
      this.minimumMaxBytes = minimumMaxBytes;
    }

    public long defaultMaxBytes() {
      return defaultMaxBytes;
    }

    public long minimumMaxBytes() {
      return minimumMaxBytes;
    }
  }

  /** When the file journal forces bytes to the disk; a process that dies alone loses none. */
  public enum Fsync {
    /** Every 100 ms in the background: a power cut takes no more than that. */
    INTERVAL,

    /** Before an append returns: a power cut takes nothing. */
    ALWAYS
  }
}
