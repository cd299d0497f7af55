package dev.registrynotifications.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.registrynotifications.receiver.Answer;
import dev.registrynotifications.receiver.Answers;
import dev.registrynotifications.receiver.ReceivedPost;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Prints each webhook as it arrives, and accepts it; the first that tells of a pushed manifest is
 * shown in full. Prints before the webhook is answered, so who waits for it finds it printed.
 */
final class WebhookPrinter implements Answers {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Console console;
  private final AtomicBoolean shownInFull = new AtomicBoolean();

  WebhookPrinter(Console console) {
    this.console = console;
  }

  @Override
  public Answer to(ReceivedPost post) {
    for (JsonNode event : events(post)) {
      console.show(WebhookLine.of(event));
      if (isManifestPush(event) && shownInFull.compareAndSet(false, true)) {
        console.show(post.text());
      }
    }
    return Answer.OK;
  }

  /** The events in the body of a webhook. */
  static JsonNode events(ReceivedPost post) {
    try {
      return MAPPER.readTree(post.text()).path("events");
    } catch (JsonProcessingException e) {
      throw new DemoException("Could not read a webhook", e);
    }
  }

  private static boolean isManifestPush(JsonNode event) {
    return event.path("action").asText().equals("push") && event.path("target").has("tag");
  }
}
