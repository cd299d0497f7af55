package dev.registrynotifications.reload;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Ticker;
import dev.registrynotifications.Events;
import dev.registrynotifications.config.EndpointConfig;
import dev.registrynotifications.endpoint.EndpointFactory;
import dev.registrynotifications.journal.EventLog;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class AppliedTest {

  private final Applied applied = Applied.begun();

  @Test
  void namesTheKeysOfAnEndpointThatHasChanged() {
    applied.tellChanged(slot(), List.of("url", "timeout"));

    assertThat(applied.lines())
        .containsExactly("Endpoint ci has changed (url, timeout); 0 pending");
  }

  @Test
  void saysThatAnEndpointGoesOnWhoseChangeWasTakenBackWhileItStoodStill() {
    applied.tellChanged(slot(), List.of());

    assertThat(applied.lines()).containsExactly("Endpoint ci goes on as before; 0 pending");
  }

  @Test
  void saysThatThereMayBeMorePendingThanIsCountedSoFar() {
    Slot slot = slot();
    slot.endpoint().stats().newBacklog().record(2, false);

    applied.tellAdded(slot);

    assertThat(applied.lines())
        .containsExactly("Endpoint ci at http://127.0.0.1:1/ is added; at least 2 pending");
  }

  private static Slot slot() {
    EndpointFactory factory =
        new EndpointFactory(
            "test/1",
            InstantSource.system(),
            Ticker.systemTicker(),
            () -> 0.5,
            () -> Events.pushed("ping"));
    EndpointConfig config = EndpointConfig.to("ci", URI.create("http://127.0.0.1:1/")).build();
    EventLog log = EventLog.inMemory(1_000, InstantSource.system());
    return new Slot(config, factory.create(config, log));
  }
}
