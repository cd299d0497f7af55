package dev.registrynotifications.config.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.config.EndpointConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersReaderTest {

  @TempDir private Path directory;

  @Test
  void readsValuesFromOutside() throws IOException {
    Files.writeString(directory.resolve("token"), "from-file\n");
    EndpointFile file = new EndpointFile(directory, Map.of("TOKEN", "from-env"));

    EndpointConfig endpoint =
        file.read(
            """
            headers:
              Authorization: Bearer ${file:token}
              X-Both: ["${env:TOKEN}", "$${env:TOKEN}"]
            """);

    assertThat(endpoint.headers())
        .isEqualTo(
            Map.of(
                "Authorization", List.of("Bearer from-file"),
                "X-Both", List.of("from-env", "${env:TOKEN}")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Host", "connection", "Content-Length", "Expect", "UPGRADE"})
  void namesHeadersThatTheClientSets(String name) {
    assertThat(mistakes("headers: {" + name + ": [x]}"))
        .containsExactly(
            "5:17: headers." + name + " is set by the HTTP client itself and must be left out");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "webhook-id",
        "Webhook-Timestamp",
        "webhook-signature",
        "Registry-Notifications-Sequence",
        "registry-notifications-replay"
      })
  void namesHeadersThatEachDeliverySets(String name) {
    assertThat(mistakes("headers: {" + name + ": [x]}"))
        .containsExactly(
            "5:17: headers." + name + " is set anew for each delivery and must be left out");
  }

  @Test
  void leavesTheHexSignaturesHeaderToThoseWhoDoNotSign() {
    String header = "headers: {X-Signature: [static]}";

    assertThat(new EndpointFile(directory).read(header).headers()).containsKey("X-Signature");
    assertThat(mistakes(header + "\nsecrets: [a]"))
        .containsExactly(
            "5:17: headers.X-Signature is set anew for each delivery and must be left out");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "headers: {'Bad Name': [x]}             | 5:17: headers.Bad… "
            + "is no header name; one has letters, digits and hyphens, and a colon and a blank"
            + " behind",
        "headers: {'': [x]}                     | 5:17: headers.\"\" "
            + "is no header name; one has letters, digits and hyphens, and a colon and a blank"
            + " behind",
        "headers: {X-Bad: [\"a\\nb\"]}          | 5:17: headers.X-Bad has a value with characters"
            + " that no header may have, as line breaks are",
        "headers: {X-Bad: [x, '${env:BAD}']}    | 5:17: headers.X-Bad has a value with characters"
            + " that no header may have, as line breaks are",
        "headers: {X-A: [x, '${env:MISSING}']}  | 5:26: headers.X-A names the environment"
            + " variable MISSING, which isn't set",
        "headers: {X-A: {a: b}}                 | 5:22: headers.X-A must be a list, not a mapping"
      })
  void namesEachMistakeWithItsPlace(String keys, String mistake) {
    assertThat(mistakes(keys)).containsExactly(mistake);
  }

  private List<String> mistakes(String keys) {
    return new EndpointFile(directory, Map.of("BAD", "a\r\nX-Injected: b")).mistakes(keys);
  }
}
