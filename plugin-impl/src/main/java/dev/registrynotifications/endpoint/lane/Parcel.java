package dev.registrynotifications.endpoint.lane;

import dev.registrynotifications.journal.LoggedEvent;
import java.time.Instant;

/** An event on its way to an endpoint, and what becomes of it where it came from. */
public interface Parcel {

  /** What is sent. */
  LoggedEvent event();

  /** Whether the endpoint was to get it before. */
  boolean isReplayed();

  /** Since when the endpoint should have it. */
  Instant since();

  /** The endpoint has it. */
  void delivered();

  /** The endpoint won't have it, whatever is tried. */
  void givenUp(Verdict.GivenUp why);

  /** Events of one repository reach the endpoint in order. */
  default String repository() {
    return event().key().repository();
  }
}
