package dev.registrynotifications.endpoint.http;

import static org.assertj.core.api.Assertions.assertThat;

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
              (name, value) -> true));

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
}
