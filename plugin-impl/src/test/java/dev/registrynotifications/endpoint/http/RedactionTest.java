package dev.registrynotifications.endpoint.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RedactionTest {

  private final Redaction redaction =
      Redaction.of(
          HttpHeaders.of(
              Map.of(
                  "Authorization", List.of("Bearer abcdefgh12345678"),
                  "Content-Type", List.of("application/json"),
                  "X-Key", List.of("abcdefgh12345678-longer")),
              (name, value) -> true),
          URI.create("http://localhost/hooks/path-secret-1?token=query%2Fsecret&x=1"));

  @Test
  void takesOutWhatTheHeadersSaid() {
    assertThat(redaction.redact("got Bearer abcdefgh12345678, abcdefgh12345678-longer."))
        .isEqualTo("got Bearer …, ….");
  }

  @Test
  void takesOutTheBeginningOfASecretWhereTheTextIsCutOff() {
    assertThat(redaction.redact("got Bearer abcdefgh12")).isEqualTo("got Bearer …");
  }

  @Test
  void leavesOtherTextAlone() {
    assertThat(redaction.redact("Bearer wants application/json of abc"))
        .isEqualTo("Bearer wants application/json of abc");
  }

  @Test
  void takesOutWhatTheUrlSays() {
    assertThat(redaction.redact("Cannot POST /hooks/path-secret-1?token=query%2Fsecret&x=1"))
        .isEqualTo("Cannot POST /hooks/…?token=…&x=1");
    assertThat(redaction.redact("no such token: query/secret")).isEqualTo("no such token: …");
  }

  @Test
  void takesOutShortTokensButNoSchemes() {
    Redaction shorter =
        Redaction.of(
            HttpHeaders.of(Map.of("Authorization", List.of("Bearer hush")), (name, value) -> true),
            URI.create("http://localhost/"));

    assertThat(shorter.redact("Bearer hush is unknown")).isEqualTo("Bearer … is unknown");
  }
}
