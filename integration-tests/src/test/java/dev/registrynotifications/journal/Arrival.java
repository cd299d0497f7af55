package dev.registrynotifications.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.registrynotifications.receiver.ReceivedPost;
import dev.registrynotifications.receiver.SequenceAuditor;

/**
 * An event as a webhook got it.
 *
 * @param post what came, to the byte
 * @param id the event's id
 * @param event what happened, to tell events apart: no test does the same twice
 * @param status how it was answered; 0 if it wasn't
 */
record Arrival(ReceivedPost post, String id, What event, int status) {

  /** The header by which a sender tells {@link #life}, if its configuration has it. */
  static final String LIFE = "Life";

  private static final JsonMapper JSON = new JsonMapper();

  /** What was done with which content of which repository. */
  record What(String action, String repository, String digest) {

    @Override
    public String toString() {
      return "%s %s@%.14s".formatted(action, repository, digest);
    }
  }

  /** Reads a post with one event. */
  static Arrival of(ReceivedPost post, int status) {
    try {
      JsonNode events = JSON.readTree(post.text()).path("events");
      if (events.size() != 1) {
        throw new AssertionError("not one event but " + events.size() + ": " + post.text());
      }
      JsonNode event = events.path(0);
      JsonNode target = event.path("target");
      What what =
          new What(
              event.path("action").asText(),
              target.path("repository").asText(),
              target.path("digest").asText());
      return new Arrival(post, event.path("id").asText(), what, status);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + post.text(), e);
    }
  }

  boolean isAccepted() {
    return status / 100 == 2;
  }

  /** Whether it says that it comes by a replay or a redrive. */
  boolean isReplayed() {
    return post.header("Registry-Notifications-Replay").orElse("false").equals("true");
  }

  /** Which life of a sender it comes from that is killed again and again. */
  String life() {
    return post.header(LIFE).orElse("");
  }

  /** Short: what a failed test shows may be a long list of them. */
  @Override
  public String toString() {
    return "%d %s -> %d%s"
        .formatted(number(), event.repository(), status, isReplayed() ? " (replayed)" : "");
  }

  /** Its place in the journal, as the header has it. */
  String sequence() {
    return post.header(SequenceAuditor.HEADER).orElse("");
  }

  /** The sequence number in that. */
  long number() {
    return Long.parseLong(sequence().replaceFirst(".*; (\\d+)-.*", "$1"));
  }
}
