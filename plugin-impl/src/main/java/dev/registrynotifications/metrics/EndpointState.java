package dev.registrynotifications.metrics;

/** What an endpoint is doing. */
public enum EndpointState {
  /** Events are sent as they come. */
  DELIVERING("delivering"),
  /** Too many attempts in a row failed, or it asks for patience; the next one waits. */
  BACKING_OFF("backing off"),
  /** The endpoint has said that it wants nothing any more. */
  PAUSED("paused"),
  /** The journal can't be read, or can't take what became of an event; it is tried again. */
  WAITING_FOR_JOURNAL("waiting for the journal"),
  /** Nothing is sent any more. */
  STOPPED("stopped");

  private final String words;

  EndpointState(String words) {
    this.words = words;
  }

  /** How operators read it. */
  public String words() {
    return words;
  }
}
