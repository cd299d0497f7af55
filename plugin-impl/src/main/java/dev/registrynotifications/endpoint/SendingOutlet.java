package dev.registrynotifications.endpoint;

import dev.registrynotifications.endpoint.attempt.Delivery;
import dev.registrynotifications.endpoint.attempt.DeliveryResult;
import dev.registrynotifications.endpoint.lane.Batch;
import dev.registrynotifications.endpoint.lane.Parcel;
import dev.registrynotifications.journal.LoggedEvent;
import dev.registrynotifications.metrics.Attempt.Shipment;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Packs batches and sends them, on the courier's own thread or on others.
 *
 * @param threads the courier's own where no more than one request is under way: a hand-over would
 *     cost more than the request
 */
record SendingOutlet(String endpoint, Packer packer, AttemptRecorder recorder, Executor threads)
    implements Outlet {

  private static final Logger LOGGER = System.getLogger(SendingOutlet.class.getName());

  @Override
  public void send(Batch batch, Consumer<Outcome> told) {
    try {
      threads.execute(() -> attempt(batch, told));
    } catch (OutOfMemoryError e) {
      // As when no thread can be made: that may be otherwise at the next attempt.
      told.accept(new Outcome(batch, new DeliveryResult.Failed("no thread to send it: " + e)));
    }
  }

  private void attempt(Batch batch, Consumer<Outcome> told) {
    try {
      List<Parcel> parcels = batch.parcels();
      List<LoggedEvent> events = parcels.stream().map(Parcel::event).toList();
      Delivery delivery = packer.pack(events, parcels.get(0).isReplayed());
      DeliveryResult result = recorder.attempt(delivery, shipment(delivery, batch)).result();
      told.accept(new Outcome(batch, result));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Throwable e) {
      // The root of a thread: a batch that nobody hears of again would keep its lanes for ever.
      LOGGER.log(Level.ERROR, "Could not send to endpoint " + endpoint, e);
      told.accept(new Outcome(batch, new DeliveryResult.Failed(e.getClass().getSimpleName())));
    }
  }

  private static Shipment shipment(Delivery delivery, Batch batch) {
    LoggedEvent first = batch.parcels().get(0).event();
    return new Shipment(
        delivery.id(),
        first.key(),
        first.sequence(),
        batch.items().size(),
        delivery.body().length,
        batch.tried() > 0);
  }
}
