package dev.registrynotifications.journal;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** Keeps what a log tells it. */
public final class RecordingSubscriber implements Subscriber {

  private final Predicate<EventKey> filter;
  private final AtomicLong dropped = new AtomicLong();
  private final AtomicLong known = new AtomicLong();
  private volatile Backlog backlog = new Backlog(0, false);

  private RecordingSubscriber(Predicate<EventKey> filter) {
    this.filter = filter;
  }

  /** What a log said last of what waits. */
  public record Backlog(long events, boolean exact) {}

  /** Wants every event. */
  public static RecordingSubscriber ofAll() {
    return of(key -> true);
  }

  /** Wants some events. */
  public static RecordingSubscriber of(Predicate<EventKey> filter) {
    return new RecordingSubscriber(filter);
  }

  @Override
  public boolean matches(EventKey key) {
    return filter.test(key);
  }

  @Override
  public void onBacklog(long events, boolean exact) {
    backlog = new Backlog(events, exact);
  }

  @Override
  public void onDropped(long events) {
    dropped.addAndGet(events);
  }

  @Override
  public void onKnown() {
    known.incrementAndGet();
  }

  public Backlog backlog() {
    return backlog;
  }

  public long known() {
    return known.get();
  }

  public long dropped() {
    return dropped.get();
  }
}
