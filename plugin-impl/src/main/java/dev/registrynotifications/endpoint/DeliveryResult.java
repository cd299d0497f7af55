package dev.registrynotifications.endpoint;

import java.util.Set;

/** How one attempt to deliver ended. */
sealed interface DeliveryResult {

  /** Whether the endpoint has the events now. */
  boolean isDelivered();

  /**
   * The endpoint answered.
   *
   * @param status the HTTP status
   */
  record Answered(int status) implements DeliveryResult {

    /** Redirects that aren't followed: the events aren't where they should be. */
    private static final Set<Integer> UNFOLLOWED = Set.of(301, 302, 303, 307, 308);

    /** Answers that say the fault is in what was sent. */
    private static final Set<Integer> REJECTIONS = Set.of(400, 413, 415, 422);

    /** Whether the endpoint is well and doesn't want just this. */
    boolean isRejection() {
      return REJECTIONS.contains(status);
    }

    /** As in the original 2xx and 3xx, but for redirects, which lose the events silently there. */
    @Override
    public boolean isDelivered() {
      return status >= 200 && status < 400 && !UNFOLLOWED.contains(status);
    }

    @Override
    public String toString() {
      return "it answered "
          + status
          + (UNFOLLOWED.contains(status) ? ", a redirect, which isn't followed" : "");
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
   * The endpoint is well, and refused this so often that it isn't tried any more.
   *
   * @param status the HTTP status of the last answer
   * @param attempts how often it was tried
   */
  record Rejected(int status, int attempts) implements DeliveryResult {

    @Override
    public boolean isDelivered() {
      return false;
    }

    @Override
    public String toString() {
      return "it answered " + status + ", at the last of " + attempts + " attempts";
    }
  }

  /**
   * There was no answer.
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
