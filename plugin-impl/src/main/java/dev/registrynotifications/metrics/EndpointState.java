package dev.registrynotifications.metrics;

/** What an endpoint is doing. */
public enum EndpointState {
  /** Events are sent as they come. */
  DELIVERING("delivering"),
  /** Too many attempts in a row failed; the next one waits. */
  BACKING_OFF("backing off"),
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
