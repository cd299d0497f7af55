package dev.registrynotifications.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.Events;
import dev.registrynotifications.config.EventFormat;
import dev.registrynotifications.endpoint.attempt.Delivery;
import dev.registrynotifications.event.Action;
import dev.registrynotifications.event.Event;
import dev.registrynotifications.journal.EventKey;
import dev.registrynotifications.journal.LoggedEvent;
import dev.registrynotifications.wire.EnvelopeCodec;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PackerTest {

  private static final String LOG = "4c5ae0b4-31bb-4ba5-b3cb-1b8ab6e1a8a0";
  private static final LoggedEvent EVENT = event(5, 3, "one");
  private static final LoggedEvent LATER = event(9, 5, "two");

  private final Packer packer = new Packer(LOG, EventFormat.V1);

  @Test
  void putsTheEventIntoAnEnvelopeOfItsOwn() {
    Delivery delivery = packer.pack(List.of(EVENT), false);

    assertThat(new String(delivery.body(), UTF_8))
        .isEqualTo("{\n   \"events\": [\n      {\"id\": \"one\"}\n   ]\n}");
  }

  @Test
  void putsSeveralEventsIntoOneEnvelopeInTheirOrder() {
    Delivery delivery = packer.pack(List.of(LATER, EVENT), false);

    assertThat(new String(delivery.body(), UTF_8))
        .isEqualTo(
            "{\n   \"events\": [\n      {\"id\": \"two\"},\n      {\"id\": \"one\"}\n   ]\n}");
  }

  @Test
  void saysWhereInTheLogTheEventIsAndWhichOneCameBefore() {
    assertThat(packer.pack(List.of(EVENT), false).headers())
        .isEqualTo(Map.of("Registry-Notifications-Sequence", LOG + "; 5-5; previous=3"));
  }

  @Test
  void saysWhereInTheLogSeveralEventsBeginAndEndWhateverTheirOrder() {
    LoggedEvent between = event(7, 5, "three");

    Delivery delivery = packer.pack(List.of(between, LATER, EVENT), false);

    assertThat(delivery.headers())
        .isEqualTo(Map.of("Registry-Notifications-Sequence", LOG + "; 5-9; previous=3"));
  }

  @Test
  void leavesTheEventBeforeOutWhereNobodyKnowsIt() {
    LoggedEvent oldest = event(5, LoggedEvent.UNKNOWN, "one");

    assertThat(packer.pack(List.of(oldest), true).headers())
        .containsEntry("Registry-Notifications-Sequence", LOG + "; 5-5");
    assertThat(packer.pack(List.of(LATER, oldest), true).headers())
        .containsEntry("Registry-Notifications-Sequence", LOG + "; 5-9");
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
  void namesADeliveryOfOneEventForThatEvent() {
    assertThat(packer.pack(List.of(EVENT), false).id()).isEqualTo("one");
  }

  @Test
  void namesADeliveryOfSeveralEventsForTheirIdsInOrder() {
    String id = packer.pack(List.of(EVENT, LATER), false).id();

    assertThat(UUID.fromString(id).version()).isEqualTo(5);
    assertThat(packer.pack(List.of(EVENT, LATER), true).id()).isEqualTo(id);
    assertThat(packer.pack(List.of(LATER, EVENT), false).id()).isNotEqualTo(id);
  }

  /** Receivers know batches by their ids: a new version of the plugin must come to the same. */
  @Test
  void namesABatchAsEveryVersionDoes() {
    assertThat(packer.pack(List.of(EVENT, LATER), false).id())
        .isEqualTo("8880da6c-389d-5d3a-89d8-f0c8219be9a3");
  }

  @Test
  void makesTheSameDeliveryOfTheSameEventsAfterARestart() {
    Delivery before = packer.pack(List.of(EVENT, LATER), false);

    Delivery after = new Packer(LOG, EventFormat.V1).pack(List.of(EVENT, LATER), true);

    assertThat(after.body()).isEqualTo(before.body());
    assertThat(after.id()).isEqualTo(before.id());
  }

  @ParameterizedTest
  @EnumSource(
      value = EventFormat.class,
      names = {"V1", "JSON"})
  void sendsWhatIsStoredInTheFirstVersion(EventFormat format) {
    Event pushed = Events.pushed("a");

    Delivery delivery = new Packer(LOG, format).pack(List.of(logged(pushed)), false);

    assertThat(new String(delivery.body(), UTF_8))
        .contains(new String(new EnvelopeCodec().encode(pushed), UTF_8));
  }

  @Test
  void convertsEachEventForAnEndpointThatWantsTheSecondVersion() {
    EnvelopeCodec codec = new EnvelopeCodec();
    Event first = Events.pushed("a");
    Event second = Events.pushed("b");
    List<LoggedEvent> events = List.of(logged(first), logged(second));

    Delivery delivery = new Packer(LOG, EventFormat.V2).pack(events, false);

    assertThat(delivery.body())
        .isEqualTo(
            codec.envelope(
                List.of(codec.toV2(codec.encode(first)), codec.toV2(codec.encode(second)))));
    assertThat(delivery.id()).isEqualTo(packer.pack(events, false).id());
  }

  private static LoggedEvent logged(Event event) {
    return new LoggedEvent(
        1, 0, Instant.EPOCH, EventKey.of(event), new EnvelopeCodec().encode(event));
  }

  private static LoggedEvent event(long sequence, long previous, String id) {
    EventKey key = new EventKey(Action.PUSH, "x", "a", "");
    byte[] payload = "{\"id\": \"%s\"}".formatted(id).getBytes(UTF_8);
    return new LoggedEvent(sequence, previous, Instant.EPOCH, key, payload);
  }
}
