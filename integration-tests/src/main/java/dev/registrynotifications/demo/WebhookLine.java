package dev.registrynotifications.demo;

import com.fasterxml.jackson.databind.JsonNode;

/** Tells an event in one line. */
final class WebhookLine {

  private static final int DIGEST = "sha256:".length() + 12;
  private static final String FORMAT = "%-6s  %s  %-19s  %s  %d bytes";

  private WebhookLine() {}

  /**
   * The line of one event.
   *
   * @param event one of those a webhook carries
   */
  static String of(JsonNode event) {
    JsonNode target = event.path("target");
    String action = event.path("action").asText();
    String repository = target.path("repository").asText();
    if (!target.has("size")) {
      return "%-6s  %s  %s".formatted(action, repository, reference(target)).stripTrailing();
    }
    return FORMAT.formatted(
        action,
        repository,
        reference(target),
        target.path("mediaType").asText(),
        target.path("size").asLong());
  }

  private static String reference(JsonNode target) {
    String digest = target.path("digest").asText();
    String otherwise = digest.substring(0, Math.min(DIGEST, digest.length()));
    return target.path("tag").asText(otherwise);
  }
}
