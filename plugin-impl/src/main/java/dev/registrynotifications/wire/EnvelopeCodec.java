package dev.registrynotifications.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.registrynotifications.event.Event;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns events into the bytes that webhooks get. Safe for use by several threads.
 *
 * <p>An event is encoded once, laid out as it will stand in an envelope, so that an envelope is a
 * mere concatenation: rejected was to encode the envelope anew for each attempt, as the original
 * does, since what is signed and sent again must be the same bytes.
 */
public final class EnvelopeCodec {

  private static final byte[] HEAD = "{\n   \"events\": [\n      ".getBytes(UTF_8);
  private static final byte[] SEPARATOR = ",\n      ".getBytes(UTF_8);
  private static final byte[] TAIL = "\n   ]\n}".getBytes(UTF_8);
  private static final byte[] NOTHING = {};
  private static final byte[] ID_PREFIX = "{\n         \"id\": \"".getBytes(UTF_8);
  private static final int TYPICAL_BYTES = 1024;

  /** What was written here can be read here, even an annotation of 4 MB. */
  private static final StreamReadConstraints UNLIMITED =
      StreamReadConstraints.builder()
          .maxNameLength(Integer.MAX_VALUE)
          .maxStringLength(Integer.MAX_VALUE)
          .build();

  private final GoIndentation indentation = new GoIndentation();
  private final JsonFactory factory =
      JsonFactory.builder()
          .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
          .streamReadConstraints(UNLIMITED)
          // Its table refuses names that are made to collide, as those of annotations can be.
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build()
          .setCharacterEscapes(new GoEscapes());

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

  /**
   * The same event as distribution 3 posts it.
   *
   * @param event an encoded event; it isn't changed
   * @throws IllegalArgumentException if it isn't one
   */
  public byte[] toV2(byte[] event) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(TYPICAL_BYTES);
    try (JsonParser v1 = factory.createParser(event);
        JsonGenerator v2 = factory.createGenerator(out)) {
      v2.setPrettyPrinter(indentation.createInstance());
      new V2Writer(v1, v2).write();
    } catch (IOException e) {
      throw new IllegalArgumentException("Could not convert an event: " + e.getMessage(), e);
    }
    return out.toByteArray();
  }

  /**
   * The id of an encoded event, which begins with it: the rest isn't looked at.
   *
   * @throws IllegalArgumentException if it doesn't
   */
  public String id(byte[] event) {
    String id = hasPrefix(event) ? plainText(event, ID_PREFIX.length) : firstMember(event);
    if (id == null) {
      throw new IllegalArgumentException("Could not read an event: it doesn't begin with its id");
    }
    return id;
  }

  /** As all are that were encoded here: ids have no letter that is escaped. */
  private static boolean hasPrefix(byte[] event) {
    return Arrays.equals(
        event, 0, Math.min(event.length, ID_PREFIX.length), ID_PREFIX, 0, ID_PREFIX.length);
  }

  private static @Nullable String plainText(byte[] event, int from) {
    int to = from;
    while (to < event.length && event[to] != '"') {
      to++;
    }
    return to < event.length ? new String(event, from, to - from, UTF_8) : null;
  }

  private @Nullable String firstMember(byte[] event) {
    try (JsonParser json = factory.createParser(event)) {
      json.nextToken();
      return "id".equals(json.nextFieldName()) ? json.nextTextValue() : null;
    } catch (IOException e) {
      throw new IllegalArgumentException("Could not read an event: " + e.getMessage(), e);
    }
  }

  /** Puts encoded events into an envelope. */
  public byte[] envelope(List<byte[]> events) {
    ByteBuffer envelope = ByteBuffer.allocate(Math.toIntExact(length(events))).put(HEAD);
    for (int i = 0; i < events.size(); i++) {
      envelope.put(i > 0 ? SEPARATOR : NOTHING).put(events.get(i));
    }
    return envelope.put(TAIL).array();
  }

  private static long length(List<byte[]> events) {
    long length =
        HEAD.length + TAIL.length + (long) SEPARATOR.length * Math.max(0, events.size() - 1);
    for (byte[] event : events) {
      length += event.length;
    }
    return length;
  }
}
