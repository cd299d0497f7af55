package dev.registrynotifications.endpoint.attempt;

import java.util.Optional;

/**
 * How one request ended while the attempt goes on: what the hats in this package tell each other.
 * None leaves the package, so that whoever counts or waits needn't know of them; an exception would
 * make an everyday matter look like an accident.
 */
public sealed interface Interim extends DeliveryResult {

  @Override
  default boolean isDelivered() {
    return false;
  }

  /**
   * The answer sends the request elsewhere.
   *
   * @param status the HTTP status
   * @param location where to, as it came
   */
  record Redirected(int status, Optional<String> location) implements Interim {

    @Override
    public String toString() {
      return "it answered " + status;
    }
  }

  /** The connection ended before anything of an answer came. */
  record HungUp() implements Interim {

    @Override
    public String toString() {
      return "it closed the connection without an answer";
    }
  }
}
