package dev.registrynotifications.endpoint;

import dev.registrynotifications.journal.Cursor;
import dev.registrynotifications.journal.LoggedEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Gives the events that it was made of, and keeps what it is told. */
final class ScriptedCursor implements Cursor {

  private final Deque<LoggedEvent> events = new ArrayDeque<>();
  private final List<Long> acked = new ArrayList<>();
  private int inFlight;
  private int failures;
  private boolean closed;
  private int committed;
  private Runnable whenClosed = () -> {};
  private Runnable whenEmpty = () -> {};

  ScriptedCursor(LoggedEvent... given) {
    events.addAll(Arrays.asList(given));
  }

  /** Can't be read so often before it goes on. */
  void fail(int times) {
    failures = times;
  }

  /** Has something done when it is found empty, once, after that is known. */
  void whenEmpty(Runnable action) {
    whenEmpty = action;
  }

  /** Gives one more. */
  void add(LoggedEvent event) {
    events.add(event);
  }

  void whenClosed(Runnable action) {
    whenClosed = action;
  }

  @Override
  public Optional<LoggedEvent> next() {
    if (failures > 0) {
      failures--;
      throw new UncheckedIOException(new IOException("no disk"));
    }
    Optional<LoggedEvent> next = Optional.ofNullable(events.poll());
    if (next.isEmpty()) {
      Runnable action = whenEmpty;
      whenEmpty = () -> {};
      action.run();
    }
    next.ifPresent(event -> inFlight++);
    return next;
  }

  @Override
  public boolean isFull() {
    return false;
  }

  @Override
  public Optional<Instant> oldestTaken() {
    return inFlight == 0 ? Optional.empty() : Optional.of(Instant.EPOCH);
  }

  /** Gives no more. */
  @Override
  public void cutOff() {
    events.clear();
  }

  @Override
  public void ack(long sequence) {
    acked.add(sequence);
    inFlight--;
  }

  @Override
  public void commit() {
    committed = acked.size();
  }

  @Override
  public boolean isFinished() {
    return events.isEmpty() && inFlight == 0;
  }

  @Override
  public void close() {
    closed = true;
    whenClosed.run();
  }

  /** How many of those acknowledged are written down. */
  int committed() {
    return committed;
  }

  List<Long> acked() {
    return acked;
  }

  boolean isClosed() {
    return closed;
  }
}
