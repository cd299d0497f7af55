package dev.registrynotifications.captures;

import dev.registrynotifications.cases.CaptureCase;
import dev.registrynotifications.cases.CaptureCases;
import dev.registrynotifications.peers.Subscription;
import java.net.URI;
import java.util.List;

/**
 * Captures that were made with one configuration of the original.
 *
 * @param captures what was captured
 * @param cases the requests that led to it
 * @param references whether the original was told to include references
 */
record CaptureSuite(CaptureIndex captures, List<CaptureCase> cases, boolean references) {

  /** As by default. */
  static final CaptureSuite EVENTS =
      new CaptureSuite(new CaptureIndex("distribution-2.8.2"), CaptureCases.inOrder(), false);

  /** With what manifests point at. */
  static final CaptureSuite REFERENCES =
      new CaptureSuite(
          new CaptureIndex("distribution-2.8.2-references"),
          CaptureCases.withReferencesInOrder(),
          true);

  /** The original's configuration. */
  Subscription subscriptionOf(URI receiver) {
    return new Subscription(receiver, references);
  }
}
