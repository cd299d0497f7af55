package dev.registrynotifications.wire;

import dev.registrynotifications.event.Action;
import dev.registrynotifications.event.ActorRecord;
import dev.registrynotifications.event.Envelope;
import dev.registrynotifications.event.Event;
import dev.registrynotifications.event.RequestRecord;
import dev.registrynotifications.event.SourceRecord;
import dev.registrynotifications.event.Target;
import dev.registrynotifications.registry.Digest;
import dev.registrynotifications.registry.RepositoryName;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads an envelope that was posted, to compare it with what was meant. */
final class EnvelopeReader {

  private EnvelopeReader() {}

  static Envelope read(byte[] envelope) throws IOException {
    JsonTree events = JsonTree.read(ByteBuffer.wrap(envelope)).at("events");
    return new Envelope(events.items().stream().map(EnvelopeReader::event).toList());
  }

  private static Event event(JsonTree event) {
    return new Event(
        UUID.fromString(required(event, "id")),
        Instant.parse(required(event, "timestamp")),
        Action.valueOf(required(event, "action").toUpperCase(Locale.ROOT)),
        target(event.at("target")),
        request(event.at("request")),
        new ActorRecord(optional(event.at("actor"), "name")),
        new SourceRecord(
            required(event.at("source"), "addr"), required(event.at("source"), "instanceID")));
  }

  private static Target target(JsonTree target) {
    return new Target(
        new RepositoryName(required(target, "repository")),
        target.has("mediaType") ? DescriptorReader.read(target) : null,
        parsed(target, "digest", Digest::parse),
        optional(target, "tag"),
        parsed(target, "fromRepository", RepositoryName::new),
        parsed(target, "url", URI::create),
        target.at("references").items().stream().map(DescriptorReader::read).toList());
  }

  private static RequestRecord request(JsonTree request) {
    return new RequestRecord(
        required(request, "id"),
        required(request, "addr"),
        optional(request, "host"),
        required(request, "method"),
        required(request, "useragent"));
  }

  private static <T> @Nullable T parsed(JsonTree parent, String name, Function<String, T> parse) {
    String value = optional(parent, name);
    return value == null ? null : parse.apply(value);
  }

  private static @Nullable String optional(JsonTree parent, String name) {
    return parent.at(name).text();
  }

  private static String required(JsonTree parent, String name) {
    String value = optional(parent, name);
    if (value == null) {
      throw new IllegalArgumentException("not an event: it has no " + name);
    }
    return value;
  }
}
