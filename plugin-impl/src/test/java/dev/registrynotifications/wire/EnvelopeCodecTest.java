package dev.registrynotifications.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.registrynotifications.Events;
import dev.registrynotifications.event.Action;
import dev.registrynotifications.event.ActorRecord;
import dev.registrynotifications.event.Envelope;
import dev.registrynotifications.event.Event;
import dev.registrynotifications.event.RequestRecord;
import dev.registrynotifications.event.Target;
import dev.registrynotifications.registry.Descriptor;
import dev.registrynotifications.registry.RepositoryName;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeCodecTest {

  private final EnvelopeCodec codec = new EnvelopeCodec();

  static List<Path> captures() throws IOException, URISyntaxException {
    var directory = EnvelopeCodecTest.class.getResource("/captures/distribution-2.8.2");
    try (Stream<Path> files = Files.list(Path.of(directory.toURI()))) {
      return files.filter(file -> file.toString().endsWith(".json")).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("captures")
  void writesWhatTheOriginalPostedByteForByte(Path capture) throws IOException {
    byte[] posted = Files.readAllBytes(capture);

    Envelope envelope = EnvelopeReader.read(posted);

    assertThat(new String(encoded(envelope), UTF_8)).isEqualTo(new String(posted, UTF_8));
  }

  @Test
  void writesAllThatAnEventHas() throws IOException {
    Descriptor layer =
        new Descriptor(
            "application/vnd.oci.image.layer.v1.tar",
            3,
            Events.digest("layer"),
            List.of("https://example.com/layer"),
            Map.of("b", "2", "a", "1"));
    Descriptor manifest = new Descriptor("application/x", 5, Events.digest("manifest"));
    RepositoryName name = new RepositoryName("a/b");
    Target target = new Target(name, manifest, manifest.digest(), "v1", null, null, List.of(layer));
    Envelope envelope =
        new Envelope(
            List.of(
                Events.pushed("first"),
                Events.of(Action.PUSH, target, Events.REQUEST),
                Events.of(Action.DELETE, deleted(name), Events.REQUEST)));

    assertThat(EnvelopeReader.read(encoded(envelope))).isEqualTo(envelope);
  }

  @Test
  void writesReferencesAsTheOriginalDoes() {
    Descriptor empty =
        new Descriptor(
            "x", 0, Events.digest(""), List.of("https://example.com/"), Map.of("b", "<", "a", "1"));
    Target target =
        new Target(
            new RepositoryName("a"), empty, empty.digest(), null, null, null, List.of(empty));

    String json = new String(codec.encode(Events.of(Action.PULL, target, Events.REQUEST)), UTF_8);

    assertThat(json)
        .contains(
            """
                     "references": [
                        {
                           "mediaType": "x",
                           "digest": "%s",
                           "urls": [
                              "https://example.com/"
                           ],
                           "annotations": {
                              "a": "1",
                              "b": "\\u003c"
                           }
                        }
                     ]
            """
                .formatted(empty.digest())
                .indent(3)
                .stripTrailing())
        .doesNotContain("\"size\"", "\"length\"");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T20:14:06Z,          2026-11-23T20:14:06Z",
    "2026-11-23T20:14:06.5Z,        2026-11-23T20:14:06.5Z",
    "2026-11-23T20:14:06.120Z,      2026-11-23T20:14:06.12Z",
    "2026-11-23T20:14:06.000000001Z,2026-11-23T20:14:06.000000001Z"
  })
  void trimsZerosOfTimestamps(Instant instant, String printed) {
    assertThat(Timestamps.print(instant)).isEqualTo(printed);
  }

  @Test
  void escapesEveryControlCharacterAsGoDoes() {
    StringBuilder controls = new StringBuilder();
    for (char c = 0; c < ' '; c++) {
      controls.append(c);
    }

    String json = userAgentOf(controls + "\u007f\"\\/");

    assertThat(json)
        .isEqualTo(
            "\\u0000\\u0001\\u0002\\u0003\\u0004\\u0005\\u0006\\u0007\\u0008\\t\\n\\u000b\\u000c\\r"
                + "\\u000e\\u000f\\u0010\\u0011\\u0012\\u0013\\u0014\\u0015\\u0016\\u0017\\u0018"
                + "\\u0019\\u001a\\u001b\\u001c\\u001d\\u001e\\u001f\u007f\\\"\\\\/");
  }

  @Test
  void writesHalfSurrogatePairsAsReplacementCharacters() {
    assertThat(userAgentOf("a\ud83db\udc00c \ud83d\ude00"))
        .isEqualTo("a\\ufffdb\\ufffdc \ud83d\ude00");
  }

  @Test
  void leavesNothingOfAnUnknownActorButItsBraces() {
    Event known = Events.pushed("a");
    Event named =
        new Event(
            known.id(),
            known.timestamp(),
            known.action(),
            known.target(),
            known.request(),
            new ActorRecord("alice"),
            known.source());

    assertThat(new String(codec.encode(known), UTF_8)).contains("\"actor\": {},");
    assertThat(new String(codec.encode(named), UTF_8)).contains("\"name\": \"alice\"");
  }

  @Test
  void findsTheIdOfAnEncodedEvent() {
    Event event = Events.pushed("a");

    assertThat(codec.id(codec.encode(event))).isEqualTo(event.id().toString());
    assertThat(codec.id(codec.toV2(codec.encode(event)))).isEqualTo(event.id().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "one", "{}", "[]", "{\"id\": 1}", "{\"x\": \"1\"}", "{\"id\": \"1"})
  void refusesToNameWhatIsNoEvent(String bytes) {
    assertThatThrownBy(() -> codec.id(bytes.getBytes(UTF_8)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Could not read an event: ");
  }

  private byte[] encoded(Envelope envelope) {
    return codec.envelope(envelope.events().stream().map(codec::encode).toList());
  }

  private static Target deleted(RepositoryName name) {
    return new Target(name, null, null, "v1", null, null, List.of());
  }

  private String userAgentOf(String userAgent) {
    Event event =
        Events.of(
            Action.PULL,
            Events.pushed("a").target(),
            new RequestRecord(UUID.randomUUID().toString(), "addr", "host", "GET", userAgent));
    String json = new String(codec.encode(event), UTF_8);
    String start = "\"useragent\": \"";
    int from = json.indexOf(start) + start.length();
    return json.substring(from, json.indexOf("\"\n", from));
  }
}
