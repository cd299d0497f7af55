package dev.registrynotifications.journal.file;

import dev.registrynotifications.journal.segment.RecordView;
import dev.registrynotifications.journal.segment.SegmentReader;
import dev.registrynotifications.journal.segment.SegmentWriter;
import dev.registrynotifications.journal.segment.Segments;
import java.io.IOException;
import java.util.List;

/**
 * Writes again after the disk has failed, to a new segment: first what may not have reached the
 * disk, then what waits in memory. Appends never wait for it. For the thread that keeps house.
 *
 * <p>Rejected: going on in the segment that failed. After a failed sync the operating system may
 * have forgotten what it couldn't write, and say that the next sync succeeded.
 */
final class Recovery {

  private static final int BATCH = 100;

  private final LogWriter writer;
  private final Segments segments;
  private final boolean syncAlways;

  Recovery(LogWriter writer, Segments segments, boolean syncAlways) {
    this.writer = writer;
    this.segments = segments;
    this.syncAlways = syncAlways;
  }

  /** Tries once. If it fails again, what was taken out of memory is in a file and stays there. */
  void attempt() {
    try {
      SegmentWriter next = segments.createNext();
      boolean needed = false;
      segments.add(next.segment());
      try {
        rescueUnsynced(next);
        while (!writer.takeOver(next)) {
          writeBatch(next);
          needed = true;
        }
      } catch (IOException e) {
        abandon(next, needed);
        throw e;
      }
    } catch (IOException e) {
      writer.giveUp(e);
    }
  }

  /** What is rescued stands twice in the log; readers pass over what they have read. */
  private void rescueUnsynced(SegmentWriter next) throws IOException {
    for (SegmentWriter suspect : writer.writers()) {
      boolean kept = segments.all().contains(suspect.segment());
      if (kept && !writer.trySync(suspect)) {
        copy(suspect, next);
        next.sync();
      }
    }
  }

  private void copy(SegmentWriter from, SegmentWriter to) throws IOException {
    try (SegmentReader reader = segments.read(from.segment())) {
      while (reader.advance(from.segment().length())) {
        if (reader.position() > from.syncedLength()) {
          RecordView record = reader.current();
          to.write(record.copy(), record.sequence(), record.time());
        }
      }
    }
  }

  private void writeBatch(SegmentWriter next) throws IOException {
    List<RecordView> batch = writer.firstBuffered(BATCH);
    for (RecordView record : batch) {
      next.write(record.bytes(), record.sequence(), record.time());
    }
    if (syncAlways) {
      next.sync();
    }
    if (!batch.isEmpty()) {
      writer.forgetBuffered(batch.get(batch.size() - 1).sequence());
    }
  }

  /**
   * Copies alone are worth nothing: what they were made of is still there.
   *
   * @param needed whether it has something that isn't in memory any more
   */
  private void abandon(SegmentWriter next, boolean needed) throws IOException {
    if (needed) {
      writer.retire(next);
    } else {
      next.close();
      segments.remove(next.segment());
    }
  }
}
