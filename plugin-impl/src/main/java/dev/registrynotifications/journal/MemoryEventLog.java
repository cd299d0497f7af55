package dev.registrynotifications.journal;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.registrynotifications.measure.Latencies;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The log in memory: a sorted map from sequence to event, cut off at the head when every cursor is
 * past it, or when it grows over its bound. It keeps nothing for a replay.
 *
 * <p>Rejected: a ring of fixed size, which would hold its memory while idle; and a queue from the
 * library, which can't be read by several cursors at several places.
 */
final class MemoryEventLog implements EventLog {

  private static final int MAX_DEAD_LETTERS = 1_000;

  private final long maxBytes;
  private final InstantSource clock;
  private final String id = UUID.randomUUID().toString();

  @GuardedBy("this")
  private final NavigableMap<Long, HeldEvent> records = new TreeMap<>();

  @GuardedBy("this")
  private final Map<String, Place> places = new HashMap<>();

  @GuardedBy("this")
  private final Map<String, DeadLetters> deadLetters = new HashMap<>();

  @GuardedBy("this")
  private long lastSequence;

  @GuardedBy("this")
  private long bytes;

  @GuardedBy("this")
  private boolean closed;

  MemoryEventLog(long maxBytes, InstantSource clock) {
    this.maxBytes = maxBytes;
    this.clock = clock;
  }

  @Override
  public long append(EventKey key, byte[] payload) {
    List<Subscriber> losers = new ArrayList<>();
    long sequence = append(key, payload, losers);
    // Only now: whoever is told may write to a log, and nobody shall wait for that.
    losers.forEach(loser -> loser.onDropped(1));
    return sequence;
  }

  private synchronized long append(EventKey key, byte[] payload, List<Subscriber> losers) {
    checkOpen();
    HeldEvent event = new HeldEvent(clock.instant(), key, payload);
    records.put(++lastSequence, event);
    bytes += event.weight();
    while (bytes > maxBytes && records.size() > 1) {
      long sequence = records.firstKey();
      HeldEvent oldest = removeFirst();
      places.values().forEach(place -> place.drop(sequence, oldest.key(), losers));
    }
    return lastSequence;
  }

  @Override
  public Cursor cursor(String name, StartFrom start, Subscriber subscriber) {
    Place place = open(name, start, subscriber);
    subscriber.onBacklog(backlog(place), true);
    return new MemoryCursor(place);
  }

  private synchronized Place open(String name, StartFrom start, Subscriber subscriber) {
    checkOpen();
    Place known = places.get(name);
    if (known != null && known.open) {
      throw new IllegalStateException("Could not open cursor " + name + ": it is open");
    }
    CursorPosition position = known == null ? beginning(start) : known.reopened();
    Place place = new Place(position, subscriber);
    places.put(name, place);
    return place;
  }

  @GuardedBy("this")
  private CursorPosition beginning(StartFrom start) {
    boolean atEnd = start == StartFrom.LATEST || records.isEmpty();
    return CursorPosition.at(atEnd ? lastSequence : records.firstKey() - 1, 0);
  }

  private synchronized long backlog(Place place) {
    return records.tailMap(place.position.base(), false).entrySet().stream()
        .filter(entry -> !place.position.isAcked(entry.getKey()))
        .filter(entry -> place.subscriber.matches(entry.getValue().key()))
        .count();
  }

  @Override
  public synchronized void retain(Set<String> names) {
    places.keySet().retainAll(names);
    deadLetters.keySet().retainAll(names);
    release();
  }

  @Override
  public Cursor replay(String name, ReplayStart start, Subscriber subscriber) {
    throw new IllegalStateException(
        "Could not replay for "
            + name
            + ": the journal is in memory and keeps nothing that was delivered;"
            + " set notifications.journal.type to file");
  }

  @Override
  public Optional<Cursor> unfinishedReplay(String name, Subscriber subscriber) {
    return Optional.empty();
  }

  /** The same ones as before, while the name is in use. */
  @Override
  public synchronized DeadLetters deadLetters(String name) {
    return deadLetters.computeIfAbsent(
        name, unused -> new MemoryDeadLetters(name, MAX_DEAD_LETTERS));
  }

  @Override
  public boolean survivesStop() {
    return false;
  }

  @Override
  public synchronized LogStatus status() {
    long first = records.isEmpty() ? 0 : records.firstKey();
    return new LogStatus(
        "memory",
        id,
        Optional.empty(),
        new LogStatus.Contents(
            records.size(), bytes, maxBytes, first, lastSequence, 0, records.size()),
        0,
        Latencies.NONE);
  }

  @Override
  public synchronized void close() {
    closed = true;
    records.clear();
    bytes = 0;
  }

  @GuardedBy("this")
  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException("Could not use the event log: it is closed");
    }
  }

  @GuardedBy("this")
  private HeldEvent removeFirst() {
    HeldEvent first = records.pollFirstEntry().getValue();
    bytes -= first.weight();
    return first;
  }

  /** Lets go of what every cursor has acknowledged. */
  @GuardedBy("this")
  private void release() {
    long done =
        places.values().stream()
            .mapToLong(place -> place.position.base())
            .min()
            .orElse(lastSequence);
    while (!records.isEmpty() && records.firstKey() <= done) {
      removeFirst();
    }
  }

  /** Where one cursor is, whether it is open or not. Guarded by the log. */
  private static final class Place {

    private final CursorPosition position;
    private final Subscriber subscriber;
    private boolean open = true;

    Place(CursorPosition position, Subscriber subscriber) {
      this.position = position;
      this.subscriber = subscriber;
    }

    CursorPosition reopened() {
      return new CursorPosition(
          position.base(), position.previousAtBase(), position.ackedBeyondBase());
    }

    void drop(long sequence, EventKey key, List<Subscriber> losers) {
      boolean matches = subscriber.matches(key);
      boolean unread = sequence > position.read() || !open;
      if (matches && unread && !position.isAcked(sequence)) {
        losers.add(subscriber);
      }
      position.dropUpTo(sequence, matches ? sequence : 0);
    }
  }

  private final class MemoryCursor implements Cursor {

    private final Place place;
    private boolean full;

    MemoryCursor(Place place) {
      this.place = place;
    }

    @Override
    public Optional<LoggedEvent> next() {
      synchronized (MemoryEventLog.this) {
        CursorPosition position = place.position;
        Optional<LoggedEvent> found = Optional.empty();
        var next = records.higherEntry(position.read());
        while (found.isEmpty() && next != null && position.hasRoomFor(next.getKey())) {
          found = look(next.getKey(), next.getValue());
          next = records.higherEntry(position.read());
        }
        full = found.isEmpty() && next != null;
        release();
        return found;
      }
    }

    @Override
    public boolean isFull() {
      return full;
    }

    @GuardedBy("MemoryEventLog.this")
    private Optional<LoggedEvent> look(long sequence, HeldEvent event) {
      long previous = place.position.previous();
      if (!place.subscriber.matches(event.key())) {
        place.position.pass(sequence);
        return Optional.empty();
      }
      if (!place.position.take(sequence)) {
        place.subscriber.onKnown();
        return Optional.empty();
      }
      return Optional.of(
          new LoggedEvent(sequence, previous, event.time(), event.key(), event.payload()));
    }

    @Override
    public Optional<Instant> oldestTaken() {
      synchronized (MemoryEventLog.this) {
        CursorPosition position = place.position;
        return position.isSettled()
            ? Optional.empty()
            : Optional.ofNullable(records.get(position.base() + 1)).map(HeldEvent::time);
      }
    }

    @Override
    public void ack(long sequence) {
      synchronized (MemoryEventLog.this) {
        place.position.ack(sequence);
        release();
      }
    }

    @Override
    public boolean isFinished() {
      return false;
    }

    @Override
    public void close() {
      int orphans;
      synchronized (MemoryEventLog.this) {
        orphans = place.open ? place.position.orphans() : 0;
        place.open = false;
      }
      if (orphans > 0) {
        place.subscriber.onDropped(orphans);
      }
    }
  }
}
