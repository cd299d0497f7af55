package dev.registrynotifications.endpoint;

import dev.registrynotifications.endpoint.send.Delivery;
import dev.registrynotifications.journal.LoggedEvent;
import dev.registrynotifications.wire.EnvelopeCodec;
import java.util.List;
import java.util.Map;

/**
 * Makes a delivery of an event: the envelope around its bytes, and the headers that let a receiver
 * see what it missed. The same event gives the same delivery, before and after a restart.
 */
final class Packer {

  private final EnvelopeCodec codec = new EnvelopeCodec();
  private final String logId;

  /** Packs what comes from the log of that id. */
  Packer(String logId) {
    this.logId = logId;
  }

  Delivery pack(List<LoggedEvent> events, boolean replayed) {
    byte[] body = codec.envelope(events.stream().map(LoggedEvent::payload).toList());
    String sequence = sequence(events);
    return new Delivery(
        Long.toString(events.get(0).sequence()),
        body,
        replayed
            ? Map.of(Delivery.SEQUENCE_HEADER, sequence, Delivery.REPLAY_HEADER, "true")
            : Map.of(Delivery.SEQUENCE_HEADER, sequence));
  }

  private String sequence(List<LoggedEvent> events) {
    LoggedEvent first = events.get(0);
    LoggedEvent last = events.get(events.size() - 1);
    String place = logId + "; " + first.sequence() + "-" + last.sequence();
    return first.previous() == LoggedEvent.UNKNOWN
        ? place
        : place + "; previous=" + first.previous();
  }
}
