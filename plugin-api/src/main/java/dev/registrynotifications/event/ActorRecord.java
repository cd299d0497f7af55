package dev.registrynotifications.event;

import org.jspecify.annotations.Nullable;

/**
 * Who caused an event.
 *
 * @param name the authenticated user; null if the registry doesn't know
 */
public record ActorRecord(@Nullable String name) {

  /** Somebody the registry doesn't know. */
  public static final ActorRecord UNKNOWN = new ActorRecord(null);
}
