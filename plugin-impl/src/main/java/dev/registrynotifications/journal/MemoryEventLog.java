package dev.registrynotifications.journal;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

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
  public long append(EventKey key, byte[] payload) {
    List<Runnable> losses = new ArrayList<>();
    long sequence = append(key, payload, losses);
    // Only now: whoever is told may write to a log, and nobody shall wait for that.
    losses.forEach(Runnable::run);
    return sequence;
  }

  private synchronized long append(EventKey key, byte[] payload, List<Runnable> losses) {
    checkOpen();
    LoggedEvent event = new LoggedEvent(++lastSequence, key, payload);
    records.put(event.sequence(), event);
    bytes += weight(event);
    while (bytes > maxBytes && records.size() > 1) {
      LoggedEvent oldest = removeFirst();
      places.values().forEach(place -> place.drop(oldest, losses));
    }
    return event.sequence();
  }

  @Override
  public synchronized Cursor cursor(String name, Consumer<EventKey> onDropped) {
    checkOpen();
    Place place = places.computeIfAbsent(name, unused -> new Place(lastSequence, onDropped));
    if (place.open) {
      throw new IllegalStateException("Could not open cursor " + name + ": it is open");
    }
    place.open = true;
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
      throw new IllegalStateException("Could not use the event log: it is closed");
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

  static long weight(LoggedEvent event) {
    EventKey key = event.key();
    long names = (long) key.mediaType().length() + key.repository().length() + key.tag().length();
    return event.payload().length + names + RECORD_OVERHEAD;
  }

  /** Where one cursor is, whether it is open or not. Guarded by the log. */
  private static final class Place {

    private final AckWindow window;
    private long read;
    private boolean open;
    private Consumer<EventKey> onDropped;

    Place(long base, Consumer<EventKey> onDropped) {
      window = new AckWindow(base);
      read = base;
      this.onDropped = onDropped;
    }

    void drop(LoggedEvent event, List<Runnable> losses) {
      boolean unread = event.sequence() > read || !open;
      if (unread && !window.isAcked(event.sequence())) {
        Consumer<EventKey> listener = onDropped;
        losses.add(() -> listener.accept(event.key()));
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
        while (next != null && place.window.isAcked(next.getKey())) {
          next = records.higherEntry(next.getKey());
        }
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
              "Could not acknowledge event "
                  + sequence
                  + ": the cursor has only read to "
                  + place.read);
        }
        place.window.ack(sequence);
        release();
      }
    }

    @Override
    public void close() {
      synchronized (MemoryEventLog.this) {
        place.open = false;
      }
    }
  }
}
