package dev.registrynotifications.endpoint;

import dev.registrynotifications.endpoint.lane.Batch;
import java.util.function.Consumer;

/** Where batches leave for an endpoint. */
@FunctionalInterface
interface Outlet {

  /**
   * Makes one attempt with a batch. May return before it has ended.
   *
   * @param told how it ended, once, on whatever thread; never if that thread was interrupted
   */
  void send(Batch batch, Consumer<Outcome> told);
}
