package dev.registrynotifications.journal.letters;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.registrynotifications.journal.DeadLetter;
import dev.registrynotifications.journal.DeadLetters;
import dev.registrynotifications.journal.segment.DamageListener;
import dev.registrynotifications.journal.segment.Disk;
import dev.registrynotifications.journal.segment.RecordView;
import dev.registrynotifications.journal.segment.Segment;
import dev.registrynotifications.journal.segment.SegmentReader;
import dev.registrynotifications.journal.segment.SegmentWriter;
import dev.registrynotifications.journal.segment.Segments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Dead letters in segments of the log's format. A letter is on the disk when {@link #add} returns;
 * one that is forgotten is overruled by a later record, and its space comes back when its segment
 * goes, or when no letter is left. Which letters there are, and where, is kept in the heap: some 60
 * bytes each.
 */
public final class FileDeadLetters implements DeadLetters {

  private static final Logger LOGGER = System.getLogger(FileDeadLetters.class.getName());
  private static final int SEGMENTS = 4;
  private static final Comparator<Place> IN_ORDER =
      Comparator.comparingLong((Place place) -> place.segment().ordinal())
          .thenComparingLong(Place::start);

  private final String name;
  private final long maxBytes;
  private final InstantSource clock;
  private final Segments segments;

  @GuardedBy("this")
  private final TreeMap<Long, Place> places = new TreeMap<>();

  @GuardedBy("this")
  private SegmentWriter writer;

  @GuardedBy("this")
  private boolean closed;

  /** Where a letter's record is; what is damaged before it belongs to it. */
  private record Place(Segment segment, long start) {}

  private FileDeadLetters(
      String name, long maxBytes, InstantSource clock, Segments segments, SegmentWriter writer) {
    this.name = name;
    this.maxBytes = maxBytes;
    this.clock = clock;
    this.segments = segments;
    this.writer = writer;
  }

  /**
   * Opens the dead letters in a directory, which belongs to the owner of the log around it.
   *
   * @param name whose they are, for people
   * @param maxBytes how many bytes they may take before the oldest go
   */
  public static FileDeadLetters open(
      Disk disk,
      Path directory,
      String name,
      long maxBytes,
      InstantSource clock,
      DamageListener damages)
      throws IOException {
    Files.createDirectories(directory);
    Segments segments = Segments.open(disk, directory, damages, true);
    FileDeadLetters letters =
        new FileDeadLetters(name, maxBytes, clock, segments, segments.resumeLast());
    try {
      letters.load();
    } catch (IOException e) {
      letters.close();
      throw e;
    }
    return letters;
  }

  private synchronized void load() throws IOException {
    for (Segment segment : segments.all()) {
      try (SegmentReader reader = segments.read(segment)) {
        long start = 0;
        while (reader.advance(segment.length())) {
          note(reader.current(), new Place(segment, start));
          start = reader.position();
        }
      }
    }
  }

  @GuardedBy("this")
  private void note(RecordView record, Place place) {
    if (record.hasPayload()) {
      places.put(record.sequence(), place);
    } else {
      places.remove(record.sequence());
    }
  }

  @Override
  public synchronized void add(DeadLetter letter) {
    checkOpen();
    long sequence = letter.event().sequence();
    byte[] record = LetterFormat.encode(letter);
    try {
      write(record, sequence, letter.time().toEpochMilli());
    } catch (IOException e) {
      throw failure("keep dead letter " + sequence, e);
    }
    Segment segment = writer.segment();
    places.put(sequence, new Place(segment, segment.length() - record.length));
  }

  @GuardedBy("this")
  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException("Could not use the dead letters of " + name + ": closed");
    }
  }

  @GuardedBy("this")
  private void write(byte[] record, long sequence, long time) throws IOException {
    if (writer.segment().length() >= maxBytes / SEGMENTS) {
      roll();
    }
    writer.write(record, sequence, time);
    if (!writer.trySync()) {
      // What it has may not be on the disk, and nobody can know: the next letter begins another.
      roll();
      writer.write(record, sequence, time);
      writer.sync();
    }
  }

  @GuardedBy("this")
  private void roll() throws IOException {
    beginSegment();
    while (segments.all().size() > SEGMENTS) {
      drop(segments.all().get(0));
    }
  }

  @GuardedBy("this")
  private void beginSegment() throws IOException {
    SegmentWriter next = segments.createNext();
    segments.add(next.segment());
    SegmentWriter before = writer;
    writer = next;
    before.close();
  }

  @GuardedBy("this")
  private void drop(Segment oldest) throws IOException {
    int lost = delete(oldest);
    if (lost > 0) {
      LOGGER.log(
          Level.WARNING,
          "The oldest {0} dead letters of {1} are lost: the newer ones need their space",
          Integer.toString(lost),
          name);
    }
  }

  /** Deletes a file, and returns how many letters went with it. */
  @GuardedBy("this")
  private int delete(Segment oldest) throws IOException {
    int before = places.size();
    segments.remove(oldest);
    places.values().removeIf(place -> place.segment().equals(oldest));
    return before - places.size();
  }

  @Override
  public synchronized List<DeadLetter> list(int most) {
    return places.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(IN_ORDER))
        .limit(most)
        .flatMap(entry -> read(entry.getKey(), entry.getValue()).stream())
        .toList();
  }

  @Override
  public synchronized Optional<DeadLetter> find(long sequence) {
    return Optional.ofNullable(places.get(sequence)).flatMap(place -> read(sequence, place));
  }

  /** Empty if it has been damaged meanwhile: the record there is another one then. */
  private Optional<DeadLetter> read(long sequence, Place place) {
    Segment segment = place.segment();
    try (SegmentReader reader = segments.read(segment)) {
      reader.startAt(place.start());
      return reader.advance(segment.length()) && reader.current().sequence() == sequence
          ? Optional.of(LetterFormat.decode(reader.current()))
          : Optional.empty();
    } catch (IOException e) {
      throw failure("read the dead letters", e);
    }
  }

  @Override
  public synchronized List<Long> sequences() {
    return List.copyOf(places.keySet());
  }

  @Override
  public synchronized int count() {
    return places.size();
  }

  @Override
  public synchronized void remove(long sequence) {
    checkOpen();
    Optional<DeadLetter> letter = find(sequence);
    if (letter.isEmpty()) {
      places.remove(sequence);
      return;
    }
    try {
      byte[] forgotten = LetterFormat.encodeForgotten(letter.get().event(), clock.instant());
      write(forgotten, sequence, clock.millis());
    } catch (IOException e) {
      throw failure("forget dead letter " + sequence, e);
    }
    places.remove(sequence);
    reclaimIfEmpty();
  }

  /** The letter is gone; if its space can't be had back now, it is with the next one. */
  @GuardedBy("this")
  private void reclaimIfEmpty() {
    if (places.isEmpty()) {
      try {
        deleteAll();
      } catch (IOException e) {
        LOGGER.log(Level.DEBUG, "Could not delete the dead letters' files of {0}: {1}", name, e);
      }
    }
  }

  @Override
  public synchronized int purge() {
    checkOpen();
    try {
      return deleteAll();
    } catch (IOException e) {
      throw failure("purge the dead letters", e);
    }
  }

  /** Deletes all files but a new one, and returns how many letters went with them. */
  @GuardedBy("this")
  private int deleteAll() throws IOException {
    int deleted = 0;
    if (segments.records() > 0) {
      beginSegment();
      while (segments.all().size() > 1) {
        deleted += delete(segments.all().get(0));
      }
    }
    return deleted;
  }

  private UncheckedIOException failure(String what, IOException cause) {
    return new UncheckedIOException(
        "Could not " + what + " of " + name + ": " + cause.getMessage(), cause);
  }

  @Override
  public synchronized void close() {
    closed = true;
    try {
      writer.close();
    } catch (IOException e) {
      throw failure("close the dead letters", e);
    }
  }
}
