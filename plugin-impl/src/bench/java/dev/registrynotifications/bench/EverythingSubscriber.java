package dev.registrynotifications.bench;

import dev.registrynotifications.journal.EventKey;
import dev.registrynotifications.journal.Subscriber;

/** Wants every event, and doesn't mind losing some. */
final class EverythingSubscriber implements Subscriber {

  @Override
  public boolean matches(EventKey key) {
    return true;
  }

  @Override
  public void onBacklog(long events, boolean exact) {}

  @Override
  public void onDropped(long events) {}
}
