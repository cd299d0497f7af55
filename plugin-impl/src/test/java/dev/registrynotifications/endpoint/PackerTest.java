package dev.registrynotifications.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.endpoint.send.Delivery;
import dev.registrynotifications.event.Action;
import dev.registrynotifications.journal.EventKey;
import dev.registrynotifications.journal.LoggedEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PackerTest {

  private static final String LOG = "4c5ae0b4-31bb-4ba5-b3cb-1b8ab6e1a8a0";
  private static final LoggedEvent EVENT =
      new LoggedEvent(
          5,
          3,
          Instant.EPOCH,
          new EventKey(Action.PUSH, "x", "a", ""),
          "{\"id\": 1}".getBytes(UTF_8));

  private final Packer packer = new Packer(LOG);

  @Test
  void putsTheEventIntoAnEnvelopeOfItsOwn() {
    Delivery delivery = packer.pack(List.of(EVENT), false);

    assertThat(new String(delivery.body(), UTF_8))
        .isEqualTo("{\n   \"events\": [\n      {\"id\": 1}\n   ]\n}");
  }

  @Test
  void saysWhereInTheLogTheEventIsAndWhichOneCameBefore() {
    assertThat(packer.pack(List.of(EVENT), false).headers())
        .isEqualTo(Map.of("Registry-Notifications-Sequence", LOG + "; 5-5; previous=3"));
  }

  @Test
  void leavesTheEventBeforeOutWhereNobodyKnowsIt() {
    LoggedEvent event =
        new LoggedEvent(5, LoggedEvent.UNKNOWN, Instant.EPOCH, EVENT.key(), EVENT.payload());

    assertThat(packer.pack(List.of(event), true).headers())
        .containsEntry("Registry-Notifications-Sequence", LOG + "; 5-5");
  }

  @Test
  void saysThatAnEventIsReplayed() {
    assertThat(packer.pack(List.of(EVENT), true).headers())
        .isEqualTo(
            Map.of(
                "Registry-Notifications-Sequence",
                LOG + "; 5-5; previous=3",
                "Registry-Notifications-Replay",
                "true"));
  }

  @Test
  void makesTheSameBytesOfTheSameEvent() {
    byte[] live = packer.pack(List.of(EVENT), false).body();
    byte[] replayedAfterARestart = new Packer(LOG).pack(List.of(EVENT), true).body();

    assertThat(replayedAfterARestart).isEqualTo(live);
  }
}
