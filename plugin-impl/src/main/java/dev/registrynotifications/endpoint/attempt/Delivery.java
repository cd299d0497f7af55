package dev.registrynotifications.endpoint.attempt;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;

/**
 * What is posted to an endpoint: the same bytes and headers at each attempt.
 *
 * @param id names it: the same at each attempt and after a restart
 * @param body the envelope
 * @param headers what this delivery says in headers, beside what its endpoint always does
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody; sent, not copied.
public record Delivery(String id, byte[] body, Map<String, String> headers) {

  /** Names the event's place in the log, and the one before it that was for the same endpoint. */
  public static final String SEQUENCE_HEADER = "Registry-Notifications-Sequence";

  /** Says that the endpoint may have got the event before, or was to get it. */
  public static final String REPLAY_HEADER = "Registry-Notifications-Replay";

  /** Copies the headers. */
  public Delivery {
    requireNonNull(id, "id");
    headers = Map.copyOf(headers);
  }

  /** The same with more headers. */
  public Delivery plus(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(headers);
    all.putAll(more);
    return new Delivery(id, body, all);
  }
}
