package dev.registrynotifications.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class WebhookLineTest {

  @Test
  void namesTagOfManifest() throws Exception {
    JsonNode event =
        event(
            """
            {"action": "push", "target": {"repository": "demo/hello", "tag": "1.0", "size": 401,
             "digest": "sha256:4edec6c3e148ca77da0fbcaa11f2c829312d9f8d21929f146967f097cac0836a",
             "mediaType": "application/vnd.oci.image.manifest.v1+json"}}
            """);

    assertThat(WebhookLine.of(event))
        .isEqualTo(
            "push    demo/hello  1.0                  "
                + "application/vnd.oci.image.manifest.v1+json  401 bytes");
  }

  @Test
  void shortensDigestOfUntaggedContent() throws Exception {
    JsonNode event =
        event(
            """
            {"action": "pull", "target": {"repository": "demo/hello", "size": 0,
             "digest": "sha256:7c46606f267eca77da0fbcaa11f2c829312d9f8d21929f146967f097cac0836a",
             "mediaType": "application/octet-stream"}}
            """);

    assertThat(WebhookLine.of(event))
        .isEqualTo("pull    demo/hello  sha256:7c46606f267e  application/octet-stream  0 bytes");
  }

  @Test
  void leavesOutWhatDeleteDoesNotTell() throws Exception {
    JsonNode untagged =
        event("{\"action\": \"delete\", \"target\": {\"repository\": \"a\", \"tag\": \"1.0\"}}");
    JsonNode removed = event("{\"action\": \"delete\", \"target\": {\"repository\": \"a\"}}");

    assertThat(WebhookLine.of(untagged)).isEqualTo("delete  a  1.0");
    assertThat(WebhookLine.of(removed)).isEqualTo("delete  a");
  }

  private static JsonNode event(String json) throws Exception {
    return new ObjectMapper().readTree(json);
  }
}
