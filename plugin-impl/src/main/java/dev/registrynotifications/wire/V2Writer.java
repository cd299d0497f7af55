package dev.registrynotifications.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * Writes an event in the second version of the format, which distribution 3 posts, from the bytes
 * of the first.
 *
 * <p>Read off the original's sources: {@code notifications/event.go} of distribution 2.8 has a
 * descriptor of its own in the target and in the references ({@code blobs.go}), that of 3.0 has the
 * one of image-spec 1.1 ({@code specs-go/v1/descriptor.go}). In that one the digest stands before
 * the size, and neither they nor the media type are left out when they are empty. So each event
 * differs, if only in the order of two lines, and deletes have three members more.
 *
 * <p>Everything else is copied as it comes: rejected was to read an {@code Event} and to write
 * that, which would lose what a later version of this plugin has put into a journal.
 */
final class V2Writer {

  private final JsonParser v1;
  private final JsonGenerator v2;

  V2Writer(JsonParser v1, JsonGenerator v2) {
    this.v1 = v1;
    this.v2 = v2;
  }

  void write() throws IOException {
    v1.nextToken();
    v2.writeStartObject();
    while (v1.nextToken() == JsonToken.FIELD_NAME) {
      if (v1.currentName().equals("target")) {
        v2.writeFieldName("target");
        v1.nextToken();
        descriptor();
      } else {
        v2.copyCurrentStructure(v1);
      }
    }
    v2.writeEndObject();
  }

  /** Writes the object that begins here: a descriptor, and what a target has besides. */
  private void descriptor() throws IOException {
    v2.writeStartObject();
    required();
    while (v1.hasToken(JsonToken.FIELD_NAME)) {
      if (v1.currentName().equals("references")) {
        references();
      } else {
        v2.copyCurrentStructure(v1);
      }
      v1.nextToken();
    }
    v2.writeEndObject();
  }

  /** Writes what each descriptor has; the first version begins with those of them that it has. */
  private void required() throws IOException {
    String mediaType = "";
    String digest = "";
    long size = 0;
    boolean isRequired = true;
    while (isRequired && v1.nextToken() == JsonToken.FIELD_NAME) {
      switch (v1.currentName()) {
        case "mediaType" -> mediaType = v1.nextTextValue();
        case "size" -> size = v1.nextLongValue(0);
        case "digest" -> digest = v1.nextTextValue();
        default -> isRequired = false;
      }
    }
    v2.writeStringField("mediaType", mediaType);
    v2.writeStringField("digest", digest);
    v2.writeNumberField("size", size);
  }

  private void references() throws IOException {
    v2.writeArrayFieldStart("references");
    v1.nextToken();
    while (v1.nextToken() == JsonToken.START_OBJECT) {
      descriptor();
    }
    v2.writeEndArray();
  }
}
