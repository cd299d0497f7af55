package dev.registrynotifications.event;

import java.util.List;

/**
 * What one POST carries.
 *
 * @param events in the order in which they happened; one, unless the endpoint asks for batches
 */
public record Envelope(List<Event> events) {

  /** The media type of an envelope, as CNCF distribution 2.x names it. */
  public static final String MEDIA_TYPE = "application/vnd.docker.distribution.events.v1+json";

  /** Copies the list. */
  public Envelope {
    events = List.copyOf(events);
  }
}
