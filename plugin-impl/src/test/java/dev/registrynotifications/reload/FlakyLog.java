package dev.registrynotifications.reload;

import dev.registrynotifications.journal.Cursor;
import dev.registrynotifications.journal.DeadLetters;
import dev.registrynotifications.journal.EventKey;
import dev.registrynotifications.journal.EventLog;
import dev.registrynotifications.journal.LogStatus;
import dev.registrynotifications.journal.ReplayStart;
import dev.registrynotifications.journal.StartFrom;
import dev.registrynotifications.journal.Subscriber;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A log in memory that doesn't work while a test wants it so. */
final class FlakyLog implements EventLog {

  private final EventLog log = EventLog.inMemory(16 << 20, InstantSource.system());
  private volatile boolean fails;
  private volatile boolean breaks;
  private final AtomicInteger held = new AtomicInteger();
  private volatile CountDownLatch gate = new CountDownLatch(0);

  /** Opens no cursor from now on. */
  void fail() {
    fails = true;
  }

  /** Fails from now on where nobody expects it. */
  void breakDown() {
    breaks = true;
  }

  /** Cursors that are opened from now on take no note of anything. */
  void hold() {
    gate = new CountDownLatch(1);
  }

  /** How often one was to take note of something. */
  int held() {
    return held.get();
  }

  /** They do again. */
  void letGo() {
    gate.countDown();
  }

  /** Works again. */
  void work() {
    fails = false;
    breaks = false;
  }

  @Override
  public Cursor cursor(String name, StartFrom start, Subscriber subscriber) {
    if (fails) {
      throw new UncheckedIOException("the disk is full", new IOException("as a test wants it"));
    }
    return new HeldCursor(log.cursor(name, start, subscriber), gate, held);
  }

  @Override
  public long append(EventKey key, byte[] payload) {
    return log.append(key, payload);
  }

  @Override
  public void retain(Set<String> names) {
    if (breaks) {
      throw new OutOfMemoryError("as a test wants it");
    }
    log.retain(names);
  }

  @Override
  public Cursor replay(String name, ReplayStart start, Subscriber subscriber) {
    return log.replay(name, start, subscriber);
  }

  @Override
  public Optional<Cursor> unfinishedReplay(String name, Subscriber subscriber) {
    return log.unfinishedReplay(name, subscriber);
  }

  @Override
  public DeadLetters deadLetters(String name) {
    return log.deadLetters(name);
  }

  @Override
  public boolean survivesStop() {
    return log.survivesStop();
  }

  @Override
  public LogStatus status() {
    return log.status();
  }

  @Override
  public void close() {
    log.close();
  }
}
