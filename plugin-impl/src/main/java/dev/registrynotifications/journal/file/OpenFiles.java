package dev.registrynotifications.journal.file;

import dev.registrynotifications.journal.segment.SegmentWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The file that records are written to, and those before it that aren't forced to the disk yet.
 * Guarded by its owner.
 */
final class OpenFiles {

  private final long segmentBytes;
  private final List<SegmentWriter> retired = new ArrayList<>();
  private SegmentWriter active;
  private long rollAt;

  /** Begins with one file; another is due when it has so many bytes. */
  OpenFiles(SegmentWriter active, long segmentBytes) {
    this.active = active;
    this.segmentBytes = segmentBytes;
    this.rollAt = segmentBytes;
  }

  static void close(List<SegmentWriter> writers) throws IOException {
    for (SegmentWriter writer : writers) {
      writer.close();
    }
  }

  void write(byte[] record, long sequence, long time) throws IOException {
    active.write(record, sequence, time);
  }

  boolean isUnsynced() {
    return active.isUnsynced();
  }

  /** Whether another file is due. */
  boolean isFull() {
    return active.segment().length() >= rollAt;
  }

  /** Puts off the next file by as much as one holds: it can't be made now. */
  void growOn() {
    rollAt = active.segment().length() + segmentBytes;
  }

  /** Writes to another file from now on. */
  void roll(SegmentWriter next) {
    retired.add(active);
    active = next;
    rollAt = segmentBytes;
  }

  /** Notes one that nothing will be written to. */
  void retire(SegmentWriter writer) {
    retired.add(writer);
  }

  /** All that may have something unsynced, in their order. */
  List<SegmentWriter> all() {
    List<SegmentWriter> writers = new ArrayList<>(retired);
    writers.add(active);
    writers.sort(Comparator.comparingLong(writer -> writer.segment().ordinal()));
    return writers;
  }

  /** Takes those away that nothing is left to do with. */
  List<SegmentWriter> takeSynced() {
    List<SegmentWriter> synced = retired.stream().filter(w -> !w.isUnsynced()).toList();
    retired.removeAll(synced);
    return synced;
  }

  /** Takes all away, and goes on with another. */
  List<SegmentWriter> replaceBy(SegmentWriter next) {
    List<SegmentWriter> before = all();
    retired.clear();
    active = next;
    rollAt = segmentBytes;
    return before;
  }
}
