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
