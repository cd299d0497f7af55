package dev.registrynotifications.metrics;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * What an endpoint is doing.
 *
 * @param state what
 * @param since since when
 * @param reason why, for people; empty if it needs no reason
 * @param nextAttempt when it is tried again, if it is left alone
 */
public record EndpointStatus(
    EndpointState state, Instant since, String reason, Optional<Instant> nextAttempt) {

  /** No part may be missing. */
  public EndpointStatus {
    requireNonNull(state, "state");
    requireNonNull(since, "since");
    requireNonNull(reason, "reason");
    requireNonNull(nextAttempt, "nextAttempt");
  }

  /** It is so for the reason, and nothing is known of a next attempt. */
  public EndpointStatus(EndpointState state, Instant since, String reason) {
    this(state, since, reason, Optional.empty());
  }
}
