package dev.registrynotifications.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads an envelope that was posted, to compare it with what was meant. */
final class EnvelopeReader {

  private static final JsonMapper JSON = new JsonMapper();

  private EnvelopeReader() {}

  static Envelope read(byte[] envelope) throws IOException {
    List<Event> events = new ArrayList<>();
    for (JsonNode event : JSON.readTree(envelope).path("events")) {
      events.add(event(event));
    }
    return new Envelope(events);
  }

  private static Event event(JsonNode event) {
    return new Event(
        UUID.fromString(required(event, "id")),
        Instant.parse(required(event, "timestamp")),
        Action.valueOf(required(event, "action").toUpperCase(Locale.ROOT)),
        target(event.path("target")),
        request(event.path("request")),
        new ActorRecord(optional(event.path("actor"), "name")),
        new SourceRecord(
            required(event.path("source"), "addr"), required(event.path("source"), "instanceID")));
  }

  private static Target target(JsonNode target) {
    return new Target(
        new RepositoryName(required(target, "repository")),
        target.has("mediaType") ? DescriptorReader.read(target) : null,
        parsed(target, "digest", Digest::parse),
        optional(target, "tag"),
        parsed(target, "fromRepository", RepositoryName::new),
        parsed(target, "url", URI::create),
        list(target.path("references"), DescriptorReader::read));
  }

  private static RequestRecord request(JsonNode request) {
    return new RequestRecord(
        required(request, "id"),
        required(request, "addr"),
        optional(request, "host"),
        required(request, "method"),
        required(request, "useragent"));
  }

  private static <T> List<T> list(JsonNode array, Function<JsonNode, T> read) {
    List<T> items = new ArrayList<>();
    array.forEach(item -> items.add(read.apply(item)));
    return items;
  }

  private static <T> @Nullable T parsed(JsonNode parent, String name, Function<String, T> parse) {
    String value = optional(parent, name);
    return value == null ? null : parse.apply(value);
  }

  private static @Nullable String optional(JsonNode parent, String name) {
    return parent.hasNonNull(name) ? parent.get(name).asText() : null;
  }

  private static String required(JsonNode parent, String name) {
    String value = optional(parent, name);
    if (value == null) {
      throw new IllegalArgumentException("not an event: it has no " + name);
    }
    return value;
  }
}
