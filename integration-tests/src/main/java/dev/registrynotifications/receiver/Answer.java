package dev.registrynotifications.receiver;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * What the receiver does with a request once it has read and recorded it.
 *
 * @param status the HTTP status; 0 for none: the connection is dropped
 * @param headers headers of the answer, as {@code Location} or {@code Retry-After}
 * @param delay how long it waits before it answers
 * @param bodyBytes how long a body it sends
 */
public record Answer(int status, Map<String, String> headers, Duration delay, long bodyBytes) {

  /** The answer of a receiver that nobody told otherwise. */
  public static final Answer OK = status(200);

  private static final int DROP = 0;

  /**
   * Copies the headers.
   *
   * @throws IllegalArgumentException if the status, the delay or the length can't be
   */
  public Answer {
    requireNonNull(delay, "delay");
    headers = Map.copyOf(headers);
    if (status != DROP && (status < 200 || status > 599)) {
      throw new IllegalArgumentException("not a final status: " + status);
    }
    if (delay.isNegative() || bodyBytes < 0) {
      throw new IllegalArgumentException("negative: " + delay + ", " + bodyBytes);
    }
  }

  /** Answers with a status and no body, at once. */
  public static Answer status(int status) {
    return new Answer(status, Map.of(), Duration.ZERO, 0);
  }

  /** Closes the connection without a word. */
  public static Answer drop() {
    return status(DROP);
  }

  /** The same, with a header more or with another value of it. */
  public Answer with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new Answer(status, more, delay, bodyBytes);
  }

  /** The same, but later. */
  public Answer after(Duration newDelay) {
    return new Answer(status, headers, newDelay, bodyBytes);
  }

  /** The same, with a body of that many bytes. */
  public Answer withBody(long bytes) {
    return new Answer(status, headers, delay, bytes);
  }

  /** The same, with a body that ends when one side closes the connection. */
  public Answer withEndlessBody() {
    return withBody(Long.MAX_VALUE);
  }

  boolean drops() {
    return status == DROP;
  }
}
