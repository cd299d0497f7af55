package dev.registrynotifications.endpoint;

import java.util.Map;

/**
 * What is posted to an endpoint: the same bytes and headers at each attempt.
 *
 * @param body the envelope
 * @param headers what this delivery says in headers, beside what its endpoint always does
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody; sent, not copied.
record Delivery(byte[] body, Map<String, String> headers) {

  /** Names the event's place in the log, and the one before it that was for the same endpoint. */
  static final String SEQUENCE_HEADER = "Registry-Notifications-Sequence";

  /** Says that the endpoint may have got the event before, or was to get it. */
  static final String REPLAY_HEADER = "Registry-Notifications-Replay";

  /** Copies the headers. */
  Delivery {
    headers = Map.copyOf(headers);
  }
}
