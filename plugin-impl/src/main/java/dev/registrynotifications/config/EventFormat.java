package dev.registrynotifications.config;

/** As what events are sent. */
public enum EventFormat {
  /**
   * As CNCF distribution 2.8 does it: {@code application/vnd.docker.distribution.events.v1+json}.
   */
  V1("application/vnd.docker.distribution.events.v1+json"),
  /** As CNCF distribution 3 does it: {@code application/vnd.docker.distribution.events.v2+json}. */
  V2("application/vnd.docker.distribution.events.v2+json"),
  /** As {@link #V1}, for receivers that only know {@code application/json}. */
  JSON("application/json");

  private final String mediaType;

  EventFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /** What the {@code Content-Type} says. */
  public String mediaType() {
    return mediaType;
  }
}
