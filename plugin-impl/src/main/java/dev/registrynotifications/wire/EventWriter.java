package dev.registrynotifications.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.registrynotifications.event.Event;
import dev.registrynotifications.event.RequestRecord;
import dev.registrynotifications.event.Target;
import dev.registrynotifications.registry.Descriptor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes one event's members in the order of distribution's Go structs, leaving out what they leave
 * out. Written by hand, not by data binding: the order and the omissions are the format, and this
 * runs on the thread of the registry's request.
 */
final class EventWriter {

  private final JsonGenerator json;

  EventWriter(JsonGenerator json) {
    this.json = json;
  }

  void write(Event event) throws IOException {
    json.writeStartObject();
    text("id", event.id().toString());
    text("timestamp", Timestamps.print(event.timestamp()));
    text("action", event.action().word());
    target(event.target());
    request(event.request());
    json.writeObjectFieldStart("actor");
    textUnlessEmpty("name", event.actor().name());
    json.writeEndObject();
    json.writeObjectFieldStart("source");
    textUnlessEmpty("addr", event.source().addr());
    textUnlessEmpty("instanceID", event.source().instanceId());
    json.writeEndObject();
    json.writeEndObject();
  }

  private void target(Target target) throws IOException {
    json.writeObjectFieldStart("target");
    Descriptor descriptor = target.descriptor();
    if (descriptor != null) {
      descriptor(descriptor);
      sizeUnlessZero("length", descriptor.size());
    } else if (target.digest() != null) {
      text("digest", target.digest().toString());
    }
    text("repository", target.repository().value());
    textUnlessEmpty("fromRepository", target.fromRepository());
    textUnlessEmpty("url", target.url());
    textUnlessEmpty("tag", target.tag());
    if (!target.references().isEmpty()) {
      json.writeArrayFieldStart("references");
      for (Descriptor reference : target.references()) {
        json.writeStartObject();
        descriptor(reference);
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private void descriptor(Descriptor descriptor) throws IOException {
    textUnlessEmpty("mediaType", descriptor.mediaType());
    sizeUnlessZero("size", descriptor.size());
    text("digest", descriptor.digest().toString());
    texts("urls", descriptor.urls());
    annotations(descriptor.annotations());
  }

  private void annotations(Map<String, String> annotations) throws IOException {
    if (annotations.isEmpty()) {
      return;
    }
    json.writeObjectFieldStart("annotations");
    for (Map.Entry<String, String> entry : new TreeMap<>(annotations).entrySet()) {
      text(entry.getKey(), entry.getValue());
    }
    json.writeEndObject();
  }

  private void request(RequestRecord request) throws IOException {
    json.writeObjectFieldStart("request");
    text("id", request.id());
    text("addr", request.addr());
    textUnlessEmpty("host", request.host());
    text("method", request.method());
    text("useragent", request.userAgent());
    json.writeEndObject();
  }

  private void texts(String name, Iterable<String> values) throws IOException {
    if (!values.iterator().hasNext()) {
      return;
    }
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(wellFormed(value));
    }
    json.writeEndArray();
  }

  private void textUnlessEmpty(String name, @Nullable Object value) throws IOException {
    if (value != null && !value.toString().isEmpty()) {
      text(name, value.toString());
    }
  }

  private void text(String name, String value) throws IOException {
    json.writeStringField(wellFormed(name), wellFormed(value));
  }

  private void sizeUnlessZero(String name, long value) throws IOException {
    if (value != 0) {
      json.writeNumberField(name, value);
    }
  }

  /** Half a surrogate pair has no UTF-8, and the generator would refuse the whole event for it. */
  private static String wellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return new String(text.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.UTF_16BE);
      }
    }
    return text;
  }
}
