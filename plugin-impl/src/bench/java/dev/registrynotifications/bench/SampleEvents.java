package dev.registrynotifications.bench;

import dev.registrynotifications.event.Action;
import dev.registrynotifications.event.ActorRecord;
import dev.registrynotifications.event.Event;
import dev.registrynotifications.event.RequestRecord;
import dev.registrynotifications.event.SourceRecord;
import dev.registrynotifications.event.Target;
import dev.registrynotifications.journal.EventKey;
import dev.registrynotifications.registry.Descriptor;
import dev.registrynotifications.registry.Digest;
import dev.registrynotifications.registry.RepositoryName;
import dev.registrynotifications.wire.EnvelopeCodec;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Pushes of manifests with a tag, as a registry sees them, in 64 repositories. */
final class SampleEvents {

  /** How many differ; a power of two. */
  static final int COUNT = 64;

  private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
  private static final Instant TIME = Instant.parse("2026-11-23T20:14:07.772589107Z");

  final EnvelopeCodec codec = new EnvelopeCodec();
  private final List<Event> events =
      IntStream.range(0, COUNT).mapToObj(SampleEvents::event).toList();
  private final List<EventKey> keys = events.stream().map(EventKey::of).toList();
  private final List<byte[]> payloads = events.stream().map(codec::encode).toList();

  private static Event event(int number) {
    Digest digest =
        Digest.sha256(ByteBuffer.wrap(("manifest " + number).getBytes(StandardCharsets.UTF_8)));
    String repository = "team-%02d/service".formatted(number);
    return new Event(
        id("event", number),
        TIME.plusMillis(number),
        Action.PUSH,
        new Target(
            new RepositoryName(repository),
            new Descriptor(MANIFEST, 787, digest),
            digest,
            "1.4." + number,
            null,
            URI.create("https://reg.example.org/v2/" + repository + "/manifests/" + digest),
            List.of()),
        new RequestRecord(
            id("request", number).toString(),
            "10.1.2.3:34256",
            "reg.example.org",
            "PUT",
            "docker/26.1"),
        ActorRecord.UNKNOWN,
        new SourceRecord("reg-1:5000", id("source", 0).toString()));
  }

  private static UUID id(String what, int number) {
    return UUID.nameUUIDFromBytes((what + " " + number).getBytes(StandardCharsets.UTF_8));
  }

  Event event(long number) {
    return events.get((int) (number % COUNT));
  }

  EventKey key(long number) {
    return keys.get((int) (number % COUNT));
  }

  byte[] payload(long number) {
    return payloads.get((int) (number % COUNT));
  }

  /** How long a payload is, on the average. */
  static long payloadBytes() {
    return Math.round(
        new SampleEvents().payloads.stream().mapToInt(p -> p.length).average().orElseThrow());
  }

  static Stream<String> names(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(i -> prefix + i);
  }
}
