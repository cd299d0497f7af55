package dev.registrynotifications.journal;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.HashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The log in memory: a sorted map from sequence to event, cut off at the head when every cursor is
 * past it, or when it grows over its bound.
 *
 * <p>Rejected: a ring of fixed size, which would hold its memory while idle; and a queue from the
 * library, which can't be read by several cursors at several places.
 */
final class MemoryEventLog implements EventLog {

  /** About what the map's entry, the event's objects and the array's header take, in bytes. */
  static final int RECORD_OVERHEAD = 200;

  private final long maxBytes;

  @GuardedBy("this")
  private final NavigableMap<Long, LoggedEvent> records = new TreeMap<>();

  @GuardedBy("this")
  private final Map<String, Place> places = new HashMap<>();

  @GuardedBy("this")
  private long lastSequence;

  @GuardedBy("this")
  private long bytes;

  @GuardedBy("this")
  private boolean closed;

  MemoryEventLog(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  @Override
  public synchronized long append(EventKey key, byte[] payload) {
    checkOpen();
    LoggedEvent event = new LoggedEvent(++lastSequence, key, payload);
    records.put(event.sequence(), event);
    bytes += weight(event);
    while (bytes > maxBytes && records.size() > 1) {
      dropOldest();
    }
    return event.sequence();
  }

  @Override
  public synchronized Cursor cursor(String name, Consumer<EventKey> onDropped) {
    checkOpen();
    Place place = places.computeIfAbsent(name, unused -> new Place(lastSequence));
    if (place.onDropped != null) {
      throw new IllegalStateException("Could not open cursor " + name + ": it is open");
    }
    place.onDropped = onDropped;
    place.read = place.window.base();
    return new MemoryCursor(place);
  }

  @Override
  public synchronized LogStatus status() {
    return new LogStatus("memory", records.size(), bytes, maxBytes, lastSequence);
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
      throw new IllegalStateException("the event log is closed");
    }
  }

  @GuardedBy("this")
  private void dropOldest() {
    LoggedEvent oldest = removeFirst();
    for (Place place : places.values()) {
      place.drop(oldest);
    }
  }

  @GuardedBy("this")
  private LoggedEvent removeFirst() {
    LoggedEvent first = records.pollFirstEntry().getValue();
    bytes -= weight(first);
    return first;
  }

  /** Lets go of what every cursor has acknowledged. */
  @GuardedBy("this")
  private void release() {
    long done = places.values().stream().mapToLong(place -> place.window.base()).min().orElse(0);
    while (!records.isEmpty() && records.firstKey() <= done) {
      removeFirst();
    }
  }

  private static long weight(LoggedEvent event) {
    return (long) event.payload().length + RECORD_OVERHEAD;
  }

  /** Where one cursor is, whether it is open or not. Guarded by the log. */
  private static final class Place {

    private final AckWindow window;
    private long read;
    private @Nullable Consumer<EventKey> onDropped;

    Place(long base) {
      window = new AckWindow(base);
      read = base;
    }

    void drop(LoggedEvent event) {
      if (event.sequence() > read && onDropped != null) {
        onDropped.accept(event.key());
      }
      window.ackUpTo(event.sequence());
      read = Math.max(read, event.sequence());
    }
  }

  private final class MemoryCursor implements Cursor {

    private final Place place;

    MemoryCursor(Place place) {
      this.place = place;
    }

    @Override
    public Optional<LoggedEvent> next() {
      synchronized (MemoryEventLog.this) {
        Entry<Long, LoggedEvent> next = records.higherEntry(place.read);
        if (next == null || !place.window.contains(next.getKey())) {
          return Optional.empty();
        }
        place.read = next.getKey();
        return Optional.of(next.getValue());
      }
    }

    @Override
    public void ack(long sequence) {
      synchronized (MemoryEventLog.this) {
        if (sequence > place.read) {
          throw new IllegalArgumentException(
              "event " + sequence + " isn't read yet, the cursor is at " + place.read);
        }
        place.window.ack(sequence);
        release();
      }
    }

    @Override
    public void close() {
      synchronized (MemoryEventLog.this) {
        place.onDropped = null;
      }
    }
  }
}
