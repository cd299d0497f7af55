package dev.registrynotifications.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.registrynotifications.Events;
import dev.registrynotifications.event.Action;
import dev.registrynotifications.event.Event;
import dev.registrynotifications.event.RequestRecord;
import dev.registrynotifications.event.Target;
import dev.registrynotifications.registry.Descriptor;
import dev.registrynotifications.registry.RepositoryName;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class V2WriterTest {

  private final EnvelopeCodec codec = new EnvelopeCodec();

  static List<Path> capturesButThoseOfDeletes() throws IOException, URISyntaxException {
    var captures = V2WriterTest.class.getResource("/captures/distribution-2.8.2");
    try (Stream<Path> files = Files.list(Path.of(captures.toURI()))) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .filter(file -> !file.toString().contains("delete"))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("capturesButThoseOfDeletes")
  void changesNothingButTheOrderWhereNothingWasDeleted(Path capture) throws IOException {
    String v1 = event(capture);

    String v2 = v2(v1);

    assertThat(sortedLines(v2)).isEqualTo(sortedLines(v1));
    assertThat(v2).hasSameSizeAs(v1);
  }

  @Test
  void writesTheDigestBeforeTheSize() throws IOException {
    String v1 = event("distribution-2.8.2/01-blob-push-monolithic.json");

    String v2 = v2(v1);

    assertThat(targetOf(v2))
        .isEqualTo(
            """
            "mediaType": "application/octet-stream",
            "digest": "sha256:dc570f145a7f2862c9ef3c30b8d6ae2feaceb0d364e4b2e08e67ae18815427d9",
            "size": 90,
            "length": 90,
            "repository": "hello/world",
            "url": "http://127.0.0.1:5000/v2/hello/world/blobs/sha256:dc570f145a7f2862c9ef3c30b8d6ae2feaceb0d364e4b2e08e67ae18815427d9"
            """);
    assertThat(withoutTarget(v2)).isEqualTo(withoutTarget(v1));
  }

  @Test
  void givesTheDeleteOfAManifestAnEmptyMediaTypeAndSizeZero() throws IOException {
    String v1 = event("distribution-2.8.2/53-manifest-delete-by-digest-with-tags.1.json");

    String v2 = v2(v1);

    assertThat(targetOf(v2))
        .isEqualTo(
            """
            "mediaType": "",
            "digest": "sha256:4d6043cecbdbcbf3d62e6a4dbfd5f9ddf542488196855694cb41a22417274e83",
            "size": 0,
            "repository": "hello/world"
            """);
    assertThat(withoutTarget(v2)).isEqualTo(withoutTarget(v1));
  }

  @Test
  void givesTheDeleteOfATagAnEmptyDigestAsWell() throws IOException {
    String v1 = event("distribution-2.8.2/53-manifest-delete-by-digest-with-tags.2.json");

    String v2 = v2(v1);

    assertThat(targetOf(v2))
        .isEqualTo(
            """
            "mediaType": "",
            "digest": "",
            "size": 0,
            "repository": "hello/world",
            "tag": "v1.0"
            """);
    assertThat(withoutTarget(v2)).isEqualTo(withoutTarget(v1));
  }

  @Test
  void givesTheDeleteOfARepositoryAnEmptyDigestAsWell() {
    Target repository =
        new Target(new RepositoryName("a/b"), null, null, null, null, null, List.of());

    assertThat(targetOf(v2(Events.of(Action.DELETE, repository, Events.REQUEST))))
        .isEqualTo(
            """
            "mediaType": "",
            "digest": "",
            "size": 0,
            "repository": "a/b"
            """);
  }

  @Test
  void writesEmptyBlobsAndReferencesWithTheirSize() {
    Descriptor empty =
        new Descriptor(
            "x", 0, Events.digest(""), List.of("https://example.com/"), Map.of("references", "<"));
    Descriptor bare = new Descriptor("", 5, Events.digest("bare"));

    String v2 = v2(pull(empty, empty, bare));

    assertThat(targetOf(v2))
        .isEqualTo(
            """
            "mediaType": "x",
            "digest": "%1$s",
            "size": 0,
            "urls": [
               "https://example.com/"
            ],
            "annotations": {
               "references": "\\u003c"
            },
            "repository": "a",
            "references": [
               {
                  "mediaType": "x",
                  "digest": "%1$s",
                  "size": 0,
                  "urls": [
                     "https://example.com/"
                  ],
                  "annotations": {
                     "references": "\\u003c"
                  }
               },
               {
                  "mediaType": "",
                  "digest": "%2$s",
                  "size": 5
               }
            ]
            """
                .formatted(empty.digest(), bare.digest()));
  }

  @Test
  void escapesAsTheFirstVersionDoes() {
    String oddities = "\u0000\u000b\"\\/<>&\u2028\ufffd\u007f\u00e9\ud83d\ude00";
    Event event =
        Events.of(
            Action.PULL,
            Events.pushed("a").target(),
            new RequestRecord("1", "addr", "host", "GET", oddities));
    String v1 = new String(codec.encode(event), UTF_8);

    assertThat(withoutTarget(v2(event))).isEqualTo(withoutTarget(v1));
  }

  @Test
  void takesWhateverAManifestMaySay() {
    String longText = "n".repeat(100_000);
    Descriptor odd =
        new Descriptor("x", 1, Events.digest("x"), List.of(), Map.of(longText, longText));

    String v2 = v2(pull(odd, odd));

    assertThat(v2).contains('"' + longText + "\": \"" + longText + '"');
  }

  @Test
  void leavesItsInputAlone() {
    byte[] stored = codec.encode(Events.pushed("a"));
    byte[] before = stored.clone();

    byte[] once = codec.toV2(stored);

    assertThat(stored).isEqualTo(before);
    assertThat(codec.toV2(stored)).isEqualTo(once);
  }

  @Test
  void refusesWhatIsNoEvent() {
    assertThatThrownBy(() -> codec.toV2("{\"id\": \"1\", \"target\": {".getBytes(UTF_8)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Could not convert an event: ");
  }

  private static Event pull(Descriptor descriptor, Descriptor... references) {
    Target target =
        new Target(
            new RepositoryName("a"),
            descriptor,
            descriptor.digest(),
            null,
            null,
            null,
            List.of(references));
    return Events.of(Action.PULL, target, Events.REQUEST);
  }

  private String v2(Event event) {
    return v2(new String(codec.encode(event), UTF_8));
  }

  private String v2(String v1) {
    return new String(codec.toV2(v1.getBytes(UTF_8)), UTF_8);
  }

  private String event(String capture) throws IOException {
    return event(Path.of(V2WriterTest.class.getResource("/captures/" + capture).getPath()));
  }

  /** The event of a captured envelope, as it is stored. */
  private String event(Path capture) throws IOException {
    Event event = EnvelopeReader.read(Files.readAllBytes(capture)).events().get(0);
    return new String(codec.encode(event), UTF_8);
  }

  private static List<String> sortedLines(String json) {
    return json.lines().map(line -> line.replaceFirst(",$", "")).sorted().toList();
  }

  private static String targetOf(String event) {
    String start = "\"target\": {\n";
    int from = event.indexOf(start) + start.length();
    return event.substring(from, event.indexOf("\n         },\n", from)).stripIndent() + "\n";
  }

  private static String withoutTarget(String event) {
    int from = event.indexOf("\"target\": {\n");
    return event.substring(0, from) + event.substring(event.indexOf("\n         },\n", from));
  }
}
