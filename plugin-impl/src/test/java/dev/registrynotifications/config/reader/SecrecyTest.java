package dev.registrynotifications.config.reader;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.registrynotifications.config.EndpointConfig;
import dev.registrynotifications.plugin.PluginException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every place that may carry a secret carries one: the word SENTINEL, which nobody may see. */
class SecrecyTest {

  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "PLAIN", "SENTINEL",
          "LINES", "SENTINEL\r\nSENTINEL",
          "URL", "http://SENTINEL:SENTINEL@a b/SENTINEL",
          "USER", "http://SENTINEL:SENTINEL@proxy.example.com:3128",
          "PATH_OF_URL", "SENTINEL/SENTINEL",
          "SHORT", "whsec_SENTINEL",
          "ODD", "whsec_SENTINEL*");

  @TempDir private Path directory;

  @Test
  void showsNoSecretInAnyMistake() throws IOException {
    Files.writeString(directory.resolve("large"), "SENTINEL".repeat(10_000));
    Files.write(directory.resolve("latin1"), "SENTINEL\u00e4".getBytes(ISO_8859_1));
    Path file =
        file(
            """
            notifications:
              enabled: true
              endpoints:
                - name: a
                  url: http://SENTINEL:SENTINEL@a b/SENTINEL
                  headers:
                    Host: SENTINEL
                    Content-Type: SENTINEL
                    webhook-id: SENTINEL
                    Bad Name: SENTINEL
                    X-Lines: "SENTINEL\\r\\nSENTINEL"
                    X-Env: ["${env:LINES}", "SENTINEL ${env:MISSING}"]
                    X-File: ["SENTINEL ${file:large}", "${file:latin1}", "${file:missing}"]
                    X-Mapping: {SENTINEL: SENTINEL}
                    X-Deep: [[SENTINEL]]
                    X-Nothing: "SENTINEL ${env:} SENTINEL"
                  secrets: [whsec_SENTINEL, "whsec_SENTINEL*", "${env:SHORT}", "${env:ODD}",
                            "SENTINEL${env:MISSING}", "${file:latin1}", [SENTINEL]]
                  proxy: http://SENTINEL:SENTINEL@proxy.example.com:3128
                - name: b
                  url: ${env:URL}
                  proxy: ${env:USER}
                  headers: SENTINEL
                  secrets: {SENTINEL: SENTINEL}
                - name: c
                  url: ftp://SENTINEL@${env:PLAIN}
                  proxy: https://SENTINEL
                  headers: [SENTINEL]
                  hexSignature: true
                - name: d
                  url: http://SENTINEL:SENTINEL@d.example.com/${env:PLAIN}?SENTINEL
                  proxy: SENTINEL
                  requireHttps: true
                  allowedHosts: [a.example.com]
                - name: e
                  url: [SENTINEL]
                  proxy: {SENTINEL: SENTINEL}
                - name: f
                  url: http://f.example.com:${env:PLAIN}/
                  proxy: "SENTINEL${file:missing}"
                - name: g
                  url: SENTINEL${env:MISSING}
            """);

    assertThatThrownBy(() -> reader().read(file))
        .isInstanceOf(PluginException.class)
        .hasMessageNotContaining("SENTINEL")
        .hasNoCause()
        .message()
        .satisfies(message -> assertThat(message.lines()).hasSize(39));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "secrets: *SENTINEL",
        "secrets: [!SENTINEL!x]",
        "secrets:[SENTINEL]",
        "secrets: [a: SENTINEL]",
        "secrets: [SENTINEL",
        "secrets: [${env:SENTINEL}]",
        "proxy: *SENTINEL",
        "proxy:http://SENTINEL@a",
        "proxy: @SENTINEL",
        "url: %SENTINEL"
      })
  void showsNoSecretThatAMissingBlankOrQuoteMovedElsewhere(String key) throws IOException {
    Path file =
        file(
            "notifications:\n  enabled: true\n  endpoints:\n    - name: a\n      startFrom: latest\n"
                + key.indent(6));

    assertThatThrownBy(() -> reader().read(file))
        .isInstanceOf(PluginException.class)
        .hasMessageNotContaining("SENTINEL");
  }

  @Test
  void showsNoSecretOfAConfigurationWithoutMistakes() throws IOException {
    Files.writeString(directory.resolve("token"), "SENTINEL");
    Path file =
        file(
            """
            notifications:
              enabled: true
              endpoints:
                - name: a
                  url: http://SENTINEL:SENTINEL@a.example.com/${env:PATH_OF_URL}?SENTINEL#SENTINEL
                  headers: {Authorization: ["Bearer ${file:token}", SENTINEL]}
                  secrets: [SENTINEL, "${env:PLAIN}"]
                  hexSignature: true
            """);

    List<EndpointConfig> endpoints = reader().read(file).endpoints();

    assertThat(endpoints).hasToString("[endpoint a at http://a.example.com/…?…]");
    assertThat(endpoints.get(0).signing().toString()).doesNotContain("SENTINEL");
  }

  private ConfigReader reader() {
    return new ConfigReader(ENVIRONMENT, null);
  }

  private Path file(String yaml) throws IOException {
    return Files.writeString(directory.resolve("config.yml"), yaml);
  }
}
