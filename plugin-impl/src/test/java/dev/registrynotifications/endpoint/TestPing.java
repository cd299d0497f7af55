package dev.registrynotifications.endpoint;

import dev.registrynotifications.bridge.EventBridge;
import dev.registrynotifications.event.Event;
import dev.registrynotifications.event.SourceRecord;
import java.time.InstantSource;
import java.util.UUID;

/** Makes events for tests that say that nothing has happened. */
public final class TestPing {

  private TestPing() {}

  /** One that no other is like. */
  public static Event event() {
    SourceRecord source = new SourceRecord("registry:5000", "run-1");
    return new EventBridge(events -> {}, source, UUID::randomUUID, InstantSource.system(), false)
        .ping();
  }
}
