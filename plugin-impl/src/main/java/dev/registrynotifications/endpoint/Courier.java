package dev.registrynotifications.endpoint;

import dev.registrynotifications.journal.Cursor;
import dev.registrynotifications.journal.LoggedEvent;
import dev.registrynotifications.metrics.EndpointState;
import dev.registrynotifications.metrics.EndpointStats;
import dev.registrynotifications.wire.EnvelopeCodec;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;

/**
 * Carries events from a cursor to an endpoint, one at a time and in order: the body of the
 * endpoint's thread. Told to stop, it goes on while there is something left and the sender doesn't
 * give up; what it leaves stays in the log.
 */
final class Courier implements Runnable {

  private static final Logger LOGGER = System.getLogger(Courier.class.getName());

  private final String endpoint;
  private final Cursor cursor;
  private final EventFilter filter;
  private final Sender sender;
  private final EndpointStats stats;
  private final EnvelopeCodec codec = new EnvelopeCodec();
  private final WakeUp wakeUp = new WakeUp();
  private volatile boolean stopping;

  Courier(String endpoint, Cursor cursor, EventFilter filter, Sender sender, EndpointStats stats) {
    this.endpoint = endpoint;
    this.cursor = cursor;
    this.filter = filter;
    this.sender = sender;
    this.stats = stats;
  }

  /** Says that there may be something new in the log. */
  void wake() {
    wakeUp.call();
  }

  /** Says that no more is coming. */
  void stop() {
    stopping = true;
    wakeUp.call();
  }

  @Override
  public void run() {
    try (cursor) {
      carryUntilStopped();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Throwable e) {
      LOGGER.log(Level.ERROR, "Endpoint " + endpoint + " has stopped: its courier failed", e);
    } finally {
      stats.recordState(EndpointState.STOPPED);
    }
  }

  private void carryUntilStopped() throws InterruptedException {
    boolean carrying = true;
    while (carrying) {
      // Read before the log is: an event that came before stop() is then seen below.
      boolean last = stopping;
      Optional<LoggedEvent> next = cursor.next();
      if (next.isPresent()) {
        carrying = carry(next.get());
      } else if (last) {
        carrying = false;
      } else {
        wakeUp.await();
      }
    }
  }

  /** Returns whether to go on. */
  private boolean carry(LoggedEvent event) throws InterruptedException {
    if (!filter.matches(event.key())) {
      stats.recordFiltered();
      cursor.ack(event.sequence());
      return true;
    }
    if (sender.send(codec.envelope(List.of(event.payload()))).isDelivered()) {
      stats.recordDelivered();
      cursor.ack(event.sequence());
      return true;
    }
    return false;
  }
}
