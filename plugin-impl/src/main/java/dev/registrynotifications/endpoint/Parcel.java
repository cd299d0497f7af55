package dev.registrynotifications.endpoint;

import dev.registrynotifications.endpoint.send.DeliveryResult;
import dev.registrynotifications.journal.LoggedEvent;

/** An event on its way to an endpoint, and what becomes of it where it came from. */
interface Parcel {

  LoggedEvent event();

  /** Whether the endpoint was to get it before. */
  boolean isReplayed();

  /** The endpoint has it. */
  void delivered();

  /** The endpoint won't have it, whatever is tried. */
  void rejected(DeliveryResult.Rejected why);
}
