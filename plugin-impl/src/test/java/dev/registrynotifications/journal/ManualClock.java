package dev.registrynotifications.journal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is set. */
public final class ManualClock implements InstantSource {

  private volatile Instant now = Instant.parse("2026-11-24T08:00:00Z");

  @Override
  public Instant instant() {
    return now;
  }

  /** Moves it on, or back. */
  public void advance(Duration by) {
    now = now.plus(by);
  }
}
