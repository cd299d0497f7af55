package dev.registrynotifications.endpoint.attempt;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** How one attempt to deliver ended. Its text form is for people, and holds no secrets. */
public sealed interface DeliveryResult
    permits DeliveryResult.Answered, DeliveryResult.Garbled, DeliveryResult.Failed, Interim {

  /** Whether the endpoint has the events now. */
  boolean isDelivered();

  /**
   * The endpoint answered.
   *
   * @param status the HTTP status
   * @param retryAfter how long it wants to be left alone (RFC 9110, 10.2.3); empty if it says
   *     nothing about it, or has the delivery
   * @param excerpt the beginning of what it said, for people; may be empty
   */
  record Answered(int status, Optional<Duration> retryAfter, String excerpt)
      implements DeliveryResult {

    /** The events aren't where they should be: somewhere else, or nowhere (303, a login page). */
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    /** Answers that say the fault is in what was sent. */
    private static final Set<Integer> REJECTIONS = Set.of(400, 413, 415, 422);

    private static final int GONE = 410;

    /** An answer that says nothing more. */
    public Answered(int status) {
      this(status, Optional.empty(), "");
    }

    /** Whether the endpoint is well and doesn't want just this. */
    public boolean isRejection() {
      return REJECTIONS.contains(status);
    }

    /** Whether the endpoint wants nothing any more. */
    public boolean isGone() {
      return status == GONE;
    }

    /** As in the original 2xx and 3xx, but for redirects, which lose the events silently there. */
    @Override
    public boolean isDelivered() {
      return status >= 200 && status < 400 && !REDIRECTS.contains(status);
    }

    @Override
    public String toString() {
      return "it answered " + status + (excerpt.isEmpty() ? "" : ": " + excerpt);
    }
  }

  /**
   * What came back can't be understood, as from something that doesn't speak HTTP.
   *
   * @param reason what is wrong with it, for people
   */
  record Garbled(String reason) implements DeliveryResult {

    @Override
    public boolean isDelivered() {
      return false;
    }

    @Override
    public String toString() {
      return "its answer can't be understood: " + reason;
    }
  }

  /**
   * There was no answer, or none was asked for where requests may not go.
   *
   * @param reason what went wrong, for people
   */
  record Failed(String reason) implements DeliveryResult {

    @Override
    public boolean isDelivered() {
      return false;
    }

    @Override
    public String toString() {
      return reason;
    }
  }
}
