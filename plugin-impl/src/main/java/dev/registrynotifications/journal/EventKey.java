package dev.registrynotifications.journal;

import static java.util.Objects.requireNonNull;

import dev.registrynotifications.event.Action;
import dev.registrynotifications.event.Event;
import dev.registrynotifications.event.Target;

/**
 * What a filter decides on, kept beside each event so that nobody has to read its JSON again.
 *
 * @param action what was done
 * @param mediaType the target's media type; empty for a delete
 * @param repository the repository's name
 * @param tag the tag; empty if there was none
 * @param head whether it was a HEAD request, which passes for a pull
 */
public record EventKey(
    Action action, String mediaType, String repository, String tag, boolean head) {

  /** No part may be missing. */
  public EventKey {
    requireNonNull(action, "action");
    requireNonNull(mediaType, "mediaType");
    requireNonNull(repository, "repository");
    requireNonNull(tag, "tag");
  }

  /** The key of what was no HEAD request. */
  public EventKey(Action action, String mediaType, String repository, String tag) {
    this(action, mediaType, repository, tag, false);
  }

  /** The key of an event. */
  public static EventKey of(Event event) {
    Target target = event.target();
    return new EventKey(
        event.action(),
        target.descriptor() == null ? "" : target.descriptor().mediaType(),
        target.repository().value(),
        target.tag() == null ? "" : target.tag(),
        event.request().method().equals("HEAD"));
  }
}
