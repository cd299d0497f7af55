package dev.registrynotifications.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.registrynotifications.receiver.ReceivedPost;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Met when webhooks have told of an action on a tagged manifest and on the two blobs of its image.
 *
 * @param action {@code push} or {@code pull}
 */
record AwaitedWebhooks(String action) implements Predicate<List<ReceivedPost>> {

  private static final int CONTENTS = 3;

  @Override
  public boolean test(List<ReceivedPost> posts) {
    return targets(posts).anyMatch(target -> target.has("tag"))
        && targets(posts).map(target -> target.path("digest")).distinct().count() >= CONTENTS;
  }

  private Stream<JsonNode> targets(List<ReceivedPost> posts) {
    return posts.stream()
        .map(WebhookPrinter::events)
        .flatMap(events -> StreamSupport.stream(events.spliterator(), false))
        .filter(event -> event.path("action").asText().equals(action))
        .map(event -> event.path("target"));
  }
}
