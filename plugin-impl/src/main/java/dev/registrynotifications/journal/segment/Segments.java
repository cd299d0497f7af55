package dev.registrynotifications.journal.segment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of one log in their order, the last of which is written to. The list is changed by one
 * thread at a time, and read by any.
 */
public final class Segments {

  private final Disk disk;
  private final Path directory;
  private final DamageListener damages;
  private volatile List<Segment> all;
  private long lastOrdinal;

  private Segments(Disk disk, Path directory, DamageListener damages, List<Segment> all) {
    this.disk = disk;
    this.directory = directory;
    this.damages = damages;
    this.all = List.copyOf(all);
    this.lastOrdinal = last().map(Segment::ordinal).orElse(0L);
  }

  /**
   * Finds out what is in a directory. Reads footers where there are some, and scans what has none:
   * at least the last segment.
   *
   * @param mayBeTorn whether the last segment may end in half a record, as after a crash, so that
   *     this is no damage
   */
  public static Segments open(Disk disk, Path directory, DamageListener damages, boolean mayBeTorn)
      throws IOException {
    List<Long> ordinals = ordinals(directory);
    List<Segment> found = new ArrayList<>();
    for (long ordinal : ordinals) {
      boolean last = ordinal == ordinals.get(ordinals.size() - 1);
      found.add(openOne(disk, Segment.empty(directory, ordinal), damages, mayBeTorn && last));
    }
    return new Segments(disk, directory, damages, found);
  }

  private static List<Long> ordinals(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(Segment::ordinalOf).filter(ordinal -> ordinal > 0).sorted().toList();
    }
  }

  private static Segment openOne(
      Disk disk, Segment segment, DamageListener damages, boolean mayBeTorn) throws IOException {
    long length = length(disk, segment);
    Optional<SegmentSummary> indexed = KeyIndex.summary(disk, segment, length);
    SegmentSummary summary =
        indexed.isPresent() ? indexed.get() : scan(disk, segment, length, damages, mayBeTorn);
    return segment.with(summary);
  }

  private static long length(Disk disk, Segment segment) throws IOException {
    try (JournalFile file = disk.openToRead(segment.path())) {
      return file.length();
    }
  }

  private static SegmentSummary scan(
      Disk disk, Segment segment, long length, DamageListener damages, boolean mayBeTorn)
      throws IOException {
    SegmentSummary summary = SegmentSummary.EMPTY;
    List<Runnable> found = new ArrayList<>();
    DamageListener collector =
        (file, offset, bytes) -> found.add(() -> damages.onDamage(file, offset, bytes));
    try (SegmentReader reader = SegmentReader.open(disk, segment.path(), collector)) {
      while (reader.advance(length)) {
        RecordView record = reader.current();
        summary = summary.plus(record.sequence(), record.time(), reader.position());
        found.forEach(Runnable::run);
        found.clear();
      }
    }
    if (!mayBeTorn) {
      found.forEach(Runnable::run);
    }
    return summary;
  }

  /** All of them, oldest first. */
  public List<Segment> all() {
    return all;
  }

  /** The last one, if there is any. */
  public Optional<Segment> last() {
    List<Segment> now = all;
    return now.isEmpty() ? Optional.empty() : Optional.of(now.get(now.size() - 1));
  }

  /** The first one behind that ordinal, if there is any. */
  public Optional<Segment> after(long ordinal) {
    return all.stream().filter(segment -> segment.ordinal() > ordinal).findFirst();
  }

  /** How many bytes they take together, without their indexes. */
  public long bytes() {
    return all.stream().mapToLong(Segment::length).sum();
  }

  /** How many bytes all but the last one take. */
  public long finishedBytes() {
    List<Segment> now = all;
    return now.stream().limit(Math.max(0, now.size() - 1)).mapToLong(Segment::length).sum();
  }

  /** How many records they have together. */
  public long records() {
    return all.stream().mapToLong(Segment::records).sum();
  }

  /** The sequence of the oldest record; 0 if there is none. */
  public long firstSequence() {
    return all.stream()
        .filter(segment -> segment.records() > 0)
        .mapToLong(Segment::firstSequence)
        .findFirst()
        .orElse(0);
  }

  /** The sequence of the newest record; 0 if there is none. */
  public long lastSequence() {
    return all.stream().mapToLong(Segment::lastSequence).max().orElse(0);
  }

  /** Goes on with the last segment; begins the first one if there is none. */
  public SegmentWriter resumeLast() throws IOException {
    Optional<Segment> last = last();
    if (last.isPresent()) {
      return SegmentWriter.resume(disk, last.get());
    }
    SegmentWriter first = createNext();
    add(first.segment());
    return first;
  }

  /**
   * Makes the file of a segment that comes behind all others. It isn't one of them yet. No ordinal
   * is used twice: a reader may have a removed segment open, and must see the next one as new.
   */
  public SegmentWriter createNext() throws IOException {
    SegmentWriter next = SegmentWriter.create(disk, directory, lastOrdinal + 1);
    lastOrdinal++;
    return next;
  }

  /** Puts a segment behind all others. */
  public void add(Segment segment) {
    List<Segment> more = new ArrayList<>(all);
    more.add(segment);
    all = List.copyOf(more);
  }

  /** Takes a segment away and deletes its files; readers that have it open may finish it. */
  public void remove(Segment segment) throws IOException {
    List<Segment> less = new ArrayList<>(all);
    less.remove(segment);
    all = List.copyOf(less);
    disk.delete(segment.keysPath());
    disk.delete(segment.path());
  }

  /** Opens a segment to read it. */
  public SegmentReader read(Segment segment) throws IOException {
    return SegmentReader.open(disk, segment.path(), damages);
  }

  /** Makes the index of a segment that is complete, unless it has one. */
  public void index(Segment segment) throws IOException {
    if (KeyIndex.summary(disk, segment, segment.length()).isEmpty()) {
      KeyIndex.write(disk, segment);
    }
  }

  /** Shows all keys of a segment: from its index if that is good, else from the segment. */
  public void visitKeys(Segment segment, KeyVisitor visitor) throws IOException {
    Optional<Long> indexed = indexedLength(segment);
    Path file = indexed.isPresent() ? segment.keysPath() : segment.path();
    long limit = indexed.orElse(segment.length());
    try (SegmentReader reader = SegmentReader.open(disk, file, DamageListener.NONE)) {
      while (reader.advance(limit)) {
        visitor.visit(reader.current());
      }
    }
  }

  private Optional<Long> indexedLength(Segment segment) {
    try {
      return KeyIndex.verifiedLength(disk, segment);
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
