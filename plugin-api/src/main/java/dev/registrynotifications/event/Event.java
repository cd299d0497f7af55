package dev.registrynotifications.event;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that happened in a registry, as CNCF distribution's {@code notifications.Event} tells
 * it.
 *
 * @param id stays the same over retries, restarts and replays, so that a receiver can tell a
 *     duplicate
 * @param timestamp when it happened
 * @param action what was done
 * @param target what it was done to
 * @param request the request that did it
 * @param actor who did it
 * @param source the registry node it was done on
 */
public record Event(
    UUID id,
    Instant timestamp,
    Action action,
    Target target,
    RequestRecord request,
    ActorRecord actor,
    SourceRecord source) {

  /** No part may be missing. */
  public Event {
    requireNonNull(id, "id");
    requireNonNull(timestamp, "timestamp");
    requireNonNull(action, "action");
    requireNonNull(target, "target");
    requireNonNull(request, "request");
    requireNonNull(actor, "actor");
    requireNonNull(source, "source");
  }
}
