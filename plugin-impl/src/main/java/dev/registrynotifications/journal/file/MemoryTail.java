package dev.registrynotifications.journal.file;

import dev.registrynotifications.journal.segment.RecordView;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The log's end while the disk can't be written. Guarded by its owner. */
final class MemoryTail {

  private final int maxRecords;
  private final long maxBytes;
  private final NavigableMap<Long, byte[]> records = new TreeMap<>();
  private long bytes;

  MemoryTail(int maxRecords, long maxBytes) {
    this.maxRecords = maxRecords;
    this.maxBytes = maxBytes;
  }

  boolean isEmpty() {
    return records.isEmpty();
  }

  int size() {
    return records.size();
  }

  boolean hasRoomFor(byte[] record) {
    return records.size() < maxRecords && bytes + record.length <= maxBytes;
  }

  void add(long sequence, byte[] record) {
    records.put(sequence, record);
    bytes += record.length;
  }

  /** The oldest ones, without taking them away. */
  List<RecordView> first(int count) {
    return records.values().stream().limit(count).map(MemoryTail::view).toList();
  }

  /** Takes those away that are elsewhere now. */
  void removeUpTo(long sequence) {
    NavigableMap<Long, byte[]> written = records.headMap(sequence, true);
    bytes -= written.values().stream().mapToLong(record -> record.length).sum();
    written.clear();
  }

  /** The first one behind that sequence. */
  Optional<RecordView> after(long sequence) {
    return Optional.ofNullable(records.higherEntry(sequence)).map(entry -> view(entry.getValue()));
  }

  private static RecordView view(byte[] record) {
    return new RecordView(record, 0, record.length);
  }
}
