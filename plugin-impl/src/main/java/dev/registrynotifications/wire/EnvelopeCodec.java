package dev.registrynotifications.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.registrynotifications.event.Envelope;
import dev.registrynotifications.event.Event;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns events into the bytes that webhooks get, and back. Safe for use by several threads.
 *
 * <p>An event is encoded once, laid out as it will stand in an envelope, so that an envelope is a
 * mere concatenation: rejected was to encode the envelope anew for each attempt, as the original
 * does, since what is signed and sent again must be the same bytes.
 */
public final class EnvelopeCodec {

  private static final byte[] HEAD = "{\n   \"events\": [\n      ".getBytes(UTF_8);
  private static final byte[] SEPARATOR = ",\n      ".getBytes(UTF_8);
  private static final byte[] TAIL = "\n   ]\n}".getBytes(UTF_8);
  private static final int TYPICAL_BYTES = 1024;

  private final GoIndentation indentation = new GoIndentation();
  private final JsonFactory factory =
      JsonFactory.builder()
          .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
          .build()
          .setCharacterEscapes(new GoEscapes());
  private final JsonMapper mapper = new JsonMapper();

  /** Encodes one event, as it stands in an envelope. */
  public byte[] encode(Event event) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(TYPICAL_BYTES);
    try (JsonGenerator json = factory.createGenerator(out)) {
      json.setPrettyPrinter(indentation.createInstance());
      new EventWriter(json).write(event);
    } catch (IOException e) {
      throw new UncheckedIOException("Could not encode event " + event.id(), e);
    }
    return out.toByteArray();
  }

  /** Puts encoded events into an envelope. */
  public byte[] envelope(List<byte[]> events) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(TYPICAL_BYTES * events.size());
    out.writeBytes(HEAD);
    for (int i = 0; i < events.size(); i++) {
      if (i > 0) {
        out.writeBytes(SEPARATOR);
      }
      out.writeBytes(events.get(i));
    }
    out.writeBytes(TAIL);
    return out.toByteArray();
  }

  /**
   * Reads an envelope.
   *
   * @throws IllegalArgumentException if it isn't one
   */
  public Envelope decode(byte[] envelope) {
    List<Event> events = new ArrayList<>();
    for (JsonNode event : tree(envelope).path("events")) {
      events.add(EventReader.read(event));
    }
    return new Envelope(events);
  }

  private JsonNode tree(byte[] envelope) {
    try {
      return mapper.readTree(envelope);
    } catch (IOException e) {
      throw new IllegalArgumentException("not an envelope: " + e.getMessage(), e);
    }
  }
}
