package dev.registrynotifications.audience;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.registrynotifications.receiver.ReceivedPost;
import java.util.ArrayList;
import java.util.List;

/**
 * An event as a receiver has read it.
 *
 * @param id the event's id
 * @param happening what it tells of
 */
public record Notice(String id, Happening happening) {

  private static final JsonMapper JSON = new JsonMapper();

  /** Nothing may be missing. */
  public Notice {
    requireNonNull(id, "id");
    requireNonNull(happening, "happening");
  }

  /**
   * What was done.
   *
   * @param action with which word
   * @param repository where
   * @param digest to what; empty where the event doesn't say it
   * @param tag by which tag; empty if by none
   */
  public record Happening(String action, String repository, String digest, String tag) {

    @Override
    public String toString() {
      return "%s %s:%s@%.14s".formatted(action, repository, tag, digest);
    }
  }

  /** Reads all events of a request. */
  public static List<Notice> allIn(ReceivedPost post) {
    return eventsIn(post).stream().map(Notice::of).toList();
  }

  /** Reads one event. */
  public static Notice of(JsonNode event) {
    JsonNode target = event.path("target");
    Happening happening =
        new Happening(
            event.path("action").asText(),
            target.path("repository").asText(),
            target.path("digest").asText(),
            target.path("tag").asText());
    return new Notice(event.path("id").asText(), happening);
  }

  /**
   * The events of a request, as they stand in its body.
   *
   * @throws IllegalArgumentException if it has none
   */
  public static List<JsonNode> eventsIn(ReceivedPost post) {
    try {
      List<JsonNode> events = new ArrayList<>();
      JSON.readTree(post.text()).path("events").forEach(events::add);
      if (events.isEmpty()) {
        throw new IllegalArgumentException("no events in " + post.text());
      }
      return events;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + post.text(), e);
    }
  }
}
