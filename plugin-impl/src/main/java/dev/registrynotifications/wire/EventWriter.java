package dev.registrynotifications.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
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
 * runs on the thread of the registry's request. So the names are kept as the bytes that they are
 * written as.
 */
final class EventWriter {

  private static final SerializableString ID = new SerializedString("id");
  private static final SerializableString TIMESTAMP = new SerializedString("timestamp");
  private static final SerializableString ACTION = new SerializedString("action");
  private static final SerializableString TARGET = new SerializedString("target");
  private static final SerializableString REQUEST = new SerializedString("request");
  private static final SerializableString ACTOR = new SerializedString("actor");
  private static final SerializableString NAME = new SerializedString("name");
  private static final SerializableString SOURCE = new SerializedString("source");
  private static final SerializableString ADDR = new SerializedString("addr");
  private static final SerializableString INSTANCE_ID = new SerializedString("instanceID");
  private static final SerializableString LENGTH = new SerializedString("length");
  private static final SerializableString DIGEST = new SerializedString("digest");
  private static final SerializableString REPOSITORY = new SerializedString("repository");
  private static final SerializableString FROM_REPOSITORY = new SerializedString("fromRepository");
  private static final SerializableString URL = new SerializedString("url");
  private static final SerializableString TAG = new SerializedString("tag");
  private static final SerializableString REFERENCES = new SerializedString("references");
  private static final SerializableString MEDIA_TYPE = new SerializedString("mediaType");
  private static final SerializableString SIZE = new SerializedString("size");
  private static final SerializableString URLS = new SerializedString("urls");
  private static final SerializableString ANNOTATIONS = new SerializedString("annotations");
  private static final SerializableString HOST = new SerializedString("host");
  private static final SerializableString METHOD = new SerializedString("method");
  private static final SerializableString USERAGENT = new SerializedString("useragent");

  private final JsonGenerator json;

  EventWriter(JsonGenerator json) {
    this.json = json;
  }

  void write(Event event) throws IOException {
    json.writeStartObject();
    text(ID, event.id().toString());
    text(TIMESTAMP, Timestamps.print(event.timestamp()));
    text(ACTION, event.action().word());
    target(event.target());
    request(event.request());
    startObject(ACTOR);
    textUnlessEmpty(NAME, event.actor().name());
    json.writeEndObject();
    startObject(SOURCE);
    textUnlessEmpty(ADDR, event.source().addr());
    textUnlessEmpty(INSTANCE_ID, event.source().instanceId());
    json.writeEndObject();
    json.writeEndObject();
  }

  private void target(Target target) throws IOException {
    startObject(TARGET);
    Descriptor descriptor = target.descriptor();
    if (descriptor != null) {
      descriptor(descriptor);
      sizeUnlessZero(LENGTH, descriptor.size());
    } else if (target.digest() != null) {
      text(DIGEST, target.digest().toString());
    }
    text(REPOSITORY, target.repository().value());
    textUnlessEmpty(FROM_REPOSITORY, target.fromRepository());
    textUnlessEmpty(URL, target.url());
    textUnlessEmpty(TAG, target.tag());
    if (!target.references().isEmpty()) {
      startArray(REFERENCES);
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
    textUnlessEmpty(MEDIA_TYPE, descriptor.mediaType());
    sizeUnlessZero(SIZE, descriptor.size());
    text(DIGEST, descriptor.digest().toString());
    texts(URLS, descriptor.urls());
    annotations(descriptor.annotations());
  }

  private void annotations(Map<String, String> annotations) throws IOException {
    if (annotations.isEmpty()) {
      return;
    }
    startObject(ANNOTATIONS);
    for (Map.Entry<String, String> entry : new TreeMap<>(annotations).entrySet()) {
      json.writeStringField(wellFormed(entry.getKey()), wellFormed(entry.getValue()));
    }
    json.writeEndObject();
  }

  private void request(RequestRecord request) throws IOException {
    startObject(REQUEST);
    text(ID, request.id());
    text(ADDR, request.addr());
    textUnlessEmpty(HOST, request.host());
    text(METHOD, request.method());
    text(USERAGENT, request.userAgent());
    json.writeEndObject();
  }

  private void texts(SerializableString name, Iterable<String> values) throws IOException {
    if (!values.iterator().hasNext()) {
      return;
    }
    startArray(name);
    for (String value : values) {
      json.writeString(wellFormed(value));
    }
    json.writeEndArray();
  }

  private void textUnlessEmpty(SerializableString name, @Nullable Object value) throws IOException {
    if (value != null && !value.toString().isEmpty()) {
      text(name, value.toString());
    }
  }

  private void text(SerializableString name, String value) throws IOException {
    json.writeFieldName(name);
    json.writeString(wellFormed(value));
  }

  private void startObject(SerializableString name) throws IOException {
    json.writeFieldName(name);
    json.writeStartObject();
  }

  private void startArray(SerializableString name) throws IOException {
    json.writeFieldName(name);
    json.writeStartArray();
  }

  private void sizeUnlessZero(SerializableString name, long value) throws IOException {
    if (value != 0) {
      json.writeFieldName(name);
      json.writeNumber(value);
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
