package dev.registrynotifications.reload;

import dev.registrynotifications.config.RetryConfig;
import java.time.Duration;
import java.util.Optional;

/** How tests have an endpoint tried again. */
final class Retries {

  /** Soon, for as long as it takes, and no longer than that. */
  static final RetryConfig QUICK =
      new RetryConfig(
          10,
          Duration.ofMillis(10),
          1,
          Duration.ofMillis(10),
          3,
          Optional.empty(),
          Optional.empty());

  private Retries() {}
}
