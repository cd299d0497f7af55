package dev.registrynotifications.endpoint;

import dev.registrynotifications.endpoint.send.Delivery;
import dev.registrynotifications.endpoint.send.DeliveryResult;
import dev.registrynotifications.endpoint.send.Sender;
import dev.registrynotifications.metrics.EndpointState;
import dev.registrynotifications.metrics.EndpointStats;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Carries events from the intake to an endpoint, one at a time and in order: the body of the
 * endpoint's thread. Told to stop, it goes on while there is something left and the sender doesn't
 * give up; what it leaves stays in the log.
 */
final class Courier implements Runnable {

  private static final Logger LOGGER = System.getLogger(Courier.class.getName());
  private static final Duration PAUSE_WITHOUT_JOURNAL = Duration.ofSeconds(1);

  private final String endpoint;
  private final Intake intake;
  private final Packer packer;
  private final Sender sender;
  private final Delayer delayer;
  private final EndpointStats stats;
  private final WakeUp wakeUp = new WakeUp();
  private @Nullable Runnable unsettled;
  private boolean journalFails;
  private volatile boolean stopping;

  Courier(String endpoint, Intake intake, Packer packer, Outlet outlet, EndpointStats stats) {
    this.endpoint = endpoint;
    this.intake = intake;
    this.packer = packer;
    this.sender = outlet.sender();
    this.delayer = outlet.delayer();
    this.stats = stats;
  }

  /** What a courier sends with, and waits with. */
  record Outlet(Sender sender, Delayer delayer) {}

  /** Says that there may be something new to carry. */
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
    try (intake) {
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
      try {
        carrying = carryNext();
      } catch (UncheckedIOException e) {
        tellJournalFails(String.valueOf(e.getMessage()));
        carrying = delayer.delayUnlessStopping(PAUSE_WITHOUT_JOURNAL);
      }
    }
  }

  /** Returns whether to go on. */
  private boolean carryNext() throws InterruptedException {
    settle();
    // Read before the log is: an event that came before stop() is then seen below.
    boolean last = stopping;
    Optional<Parcel> next = intake.next();
    tellJournalWorks();
    if (next.isPresent()) {
      return carry(next.get());
    }
    if (!last) {
      wakeUp.await();
    }
    return !last;
  }

  private boolean carry(Parcel parcel) throws InterruptedException {
    Delivery delivery = packer.pack(List.of(parcel.event()), parcel.isReplayed());
    DeliveryResult result = sender.send(delivery);
    if (result instanceof DeliveryResult.Rejected rejected) {
      unsettled = () -> parcel.rejected(rejected);
    } else if (result.isDelivered()) {
      unsettled = parcel::delivered;
    } else {
      return false;
    }
    settle();
    return true;
  }

  /** Notes what became of a parcel; stays due until the journal can take it. */
  private void settle() {
    if (unsettled != null) {
      unsettled.run();
      unsettled = null;
    }
  }

  private void tellJournalFails(String why) {
    if (!journalFails) {
      stats.recordState(EndpointState.WAITING_FOR_JOURNAL);
      LOGGER.log(
          Level.ERROR,
          "Endpoint {0} waits for the journal: {1}; next attempts every {2} ms",
          endpoint,
          why,
          Long.toString(PAUSE_WITHOUT_JOURNAL.toMillis()));
    }
    journalFails = true;
  }

  private void tellJournalWorks() {
    if (journalFails) {
      stats.recordState(EndpointState.DELIVERING);
      LOGGER.log(Level.INFO, "Endpoint {0} can use the journal again", endpoint);
    }
    journalFails = false;
  }
}
