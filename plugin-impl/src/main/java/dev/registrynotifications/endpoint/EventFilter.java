package dev.registrynotifications.endpoint;

import dev.registrynotifications.config.FilterConfig;
import dev.registrynotifications.journal.EventKey;

/** Decides whether an event is for an endpoint. */
record EventFilter(FilterConfig config) {

  boolean matches(EventKey key) {
    return !config.ignore().mediaTypes().contains(key.mediaType())
        && !config.ignore().actions().contains(key.action().word());
  }
}
