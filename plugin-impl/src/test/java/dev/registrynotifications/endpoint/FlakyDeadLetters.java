package dev.registrynotifications.endpoint;

import dev.registrynotifications.journal.DeadLetter;
import dev.registrynotifications.journal.DeadLetters;
import dev.registrynotifications.journal.EventLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Dead letters in memory that can't be changed so often as they are told. */
final class FlakyDeadLetters implements DeadLetters {

  private final DeadLetters delegate = EventLog.inMemory(1, () -> Instant.EPOCH).deadLetters("ci");
  private int failures;
  private boolean unreadable;
  private boolean closed;

  /** The next changes can't be kept. */
  void fail(int times) {
    failures = times;
  }

  /** The next one that is looked for can't be read. */
  void failToFind() {
    unreadable = true;
  }

  @Override
  public void add(DeadLetter letter) {
    failIfDue();
    delegate.add(letter);
  }

  @Override
  public List<DeadLetter> list(int most) {
    return delegate.list(most);
  }

  @Override
  public Optional<DeadLetter> find(long sequence) {
    if (unreadable) {
      unreadable = false;
      throw new UncheckedIOException(new IOException("too many open files"));
    }
    return delegate.find(sequence);
  }

  @Override
  public List<Long> sequences() {
    return delegate.sequences();
  }

  @Override
  public int count() {
    return delegate.count();
  }

  @Override
  public void remove(long sequence) {
    failIfDue();
    delegate.remove(sequence);
  }

  @Override
  public int purge() {
    failIfDue();
    return delegate.purge();
  }

  @Override
  public void close() {
    closed = true;
  }

  boolean isClosed() {
    return closed;
  }

  private void failIfDue() {
    if (failures > 0) {
      failures--;
      throw new UncheckedIOException(new IOException("no space left"));
    }
  }
}
