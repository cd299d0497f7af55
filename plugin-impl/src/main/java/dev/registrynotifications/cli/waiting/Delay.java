package dev.registrynotifications.cli.waiting;

import java.time.Duration;

/** How time passes between two looks. */
@FunctionalInterface
public interface Delay {

  /** Returns after that time. */
  void pass(Duration time) throws InterruptedException;
}
