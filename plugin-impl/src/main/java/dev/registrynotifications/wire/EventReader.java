package dev.registrynotifications.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.registrynotifications.event.Action;
import dev.registrynotifications.event.ActorRecord;
import dev.registrynotifications.event.Event;
import dev.registrynotifications.event.RequestRecord;
import dev.registrynotifications.event.SourceRecord;
import dev.registrynotifications.event.Target;
import dev.registrynotifications.registry.Descriptor;
import dev.registrynotifications.registry.Digest;
import dev.registrynotifications.registry.RepositoryName;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads one event from its JSON tree: the way back of {@link EventWriter}. */
final class EventReader {

  private EventReader() {}

  static Event read(JsonNode event) {
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
        target.has("mediaType") ? descriptor(target) : null,
        parsed(target, "digest", Digest::parse),
        optional(target, "tag"),
        parsed(target, "fromRepository", RepositoryName::new),
        parsed(target, "url", URI::create),
        list(target.path("references"), EventReader::descriptor));
  }

  static Descriptor descriptor(JsonNode descriptor) {
    return new Descriptor(
        descriptor.path("mediaType").asText(""),
        descriptor.path("size").asLong(0),
        Digest.parse(required(descriptor, "digest")),
        list(descriptor.path("urls"), JsonNode::asText),
        annotations(descriptor.path("annotations")));
  }

  private static Map<String, String> annotations(JsonNode annotations) {
    Map<String, String> read = new TreeMap<>();
    annotations.properties().forEach(entry -> read.put(entry.getKey(), entry.getValue().asText()));
    return read;
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
