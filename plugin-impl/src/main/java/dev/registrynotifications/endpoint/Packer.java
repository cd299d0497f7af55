package dev.registrynotifications.endpoint;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import dev.registrynotifications.config.EventFormat;
import dev.registrynotifications.endpoint.attempt.Delivery;
import dev.registrynotifications.journal.LoggedEvent;
import dev.registrynotifications.wire.EnvelopeCodec;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Makes a delivery of events: the envelope around their bytes, a name for it, and the headers that
 * let a receiver see what it missed. The same events give the same delivery, before and after a
 * restart.
 *
 * <p>It is named for its events also where nobody signs and so nobody sees the name: to leave it
 * out there would spare the reading of sixty bytes, and give a delivery two kinds of ids.
 */
final class Packer {

  /** What ids of deliveries with several events are made in (RFC 9562, 5.5); only ours. */
  private static final UUID DELIVERIES = UUID.fromString("72b06e1f-04e5-49ee-a58a-713fa24bbe7d");

  private static final Comparator<LoggedEvent> BY_SEQUENCE =
      Comparator.comparingLong(LoggedEvent::sequence);

  private final EnvelopeCodec codec = new EnvelopeCodec();
  private final NameBasedGenerator names = Generators.nameBasedGenerator(DELIVERIES);
  private final String logId;
  private final EventFormat format;

  /** Packs what comes from the log of that id, in that format. */
  Packer(String logId, EventFormat format) {
    this.logId = logId;
    this.format = format;
  }

  /** Packs events, of which there is one at least, in that order, which needn't be the log's. */
  Delivery pack(List<LoggedEvent> events, boolean replayed) {
    byte[] body = codec.envelope(events.stream().map(event -> formatted(event.payload())).toList());
    String sequence = sequence(events);
    return new Delivery(
        id(events),
        body,
        replayed
            ? Map.of(Delivery.SEQUENCE_HEADER, sequence, Delivery.REPLAY_HEADER, "true")
            : Map.of(Delivery.SEQUENCE_HEADER, sequence));
  }

  /** Packs an event that isn't in the log. */
  Delivery packUnlogged(byte[] event) {
    byte[] body = codec.envelope(List.of(formatted(event)));
    return new Delivery(codec.id(event), body, Map.of());
  }

  private byte[] formatted(byte[] event) {
    return format == EventFormat.V2 ? codec.toV2(event) : event;
  }

  private String sequence(List<LoggedEvent> events) {
    LoggedEvent first = Collections.min(events, BY_SEQUENCE);
    LoggedEvent last = Collections.max(events, BY_SEQUENCE);
    String place = logId + "; " + first.sequence() + "-" + last.sequence();
    return first.previous() == LoggedEvent.UNKNOWN
        ? place
        : place + "; previous=" + first.previous();
  }

  private String id(List<LoggedEvent> events) {
    List<String> ids = events.stream().map(event -> codec.id(event.payload())).toList();
    return ids.size() == 1 ? ids.get(0) : names.generate(String.join(" ", ids)).toString();
  }
}
