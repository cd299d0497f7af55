package dev.registrynotifications.endpoint;

import dev.registrynotifications.config.Ignore;
import dev.registrynotifications.journal.EventKey;

/** Decides whether an event is for an endpoint. */
record EventFilter(Ignore ignore) {

  boolean matches(EventKey key) {
    return !ignore.mediaTypes().contains(key.mediaType())
        && !ignore.actions().contains(key.action().word());
  }
}
