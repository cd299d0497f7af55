package dev.registrynotifications.metrics;

import java.time.Instant;
import java.util.List;

/** A configuration in which each reload changes something, or finds mistakes. */
record FakeConfiguration(List<String> endpoints, String problems)
    implements ConfigurationOperations {

  static final Instant TIME = Instant.parse("2026-11-24T08:00:00Z");

  FakeConfiguration(String... endpoints) {
    this(List.of(endpoints), "");
  }

  @Override
  public String text() {
    return "notifications: {}\n";
  }

  @Override
  public String file() {
    return "/etc/config.yml";
  }

  @Override
  public Instant time() {
    return TIME;
  }

  @Override
  public List<String> reload() {
    if (!problems.isEmpty()) {
      throw new IllegalStateException(problems);
    }
    return List.of("something has changed");
  }
}
