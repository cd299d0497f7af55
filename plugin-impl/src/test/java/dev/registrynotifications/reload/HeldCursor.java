package dev.registrynotifications.reload;

import com.google.common.util.concurrent.Uninterruptibles;
import dev.registrynotifications.journal.Cursor;
import dev.registrynotifications.journal.LoggedEvent;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A cursor that takes no note of anything before the gate opens, whoever is interrupted. */
record HeldCursor(Cursor cursor, CountDownLatch gate, AtomicInteger held) implements Cursor {

  @Override
  public Optional<LoggedEvent> next() {
    return cursor.next();
  }

  @Override
  public boolean isFull() {
    return cursor.isFull();
  }

  @Override
  public Optional<Instant> oldestTaken() {
    return cursor.oldestTaken();
  }

  @Override
  public void ack(long sequence) {
    held.incrementAndGet();
    Uninterruptibles.awaitUninterruptibly(gate);
    cursor.ack(sequence);
  }

  @Override
  public boolean isFinished() {
    return cursor.isFinished();
  }

  @Override
  public void close() {
    cursor.close();
  }
}
