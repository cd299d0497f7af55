package dev.registrynotifications.config;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;

/**
 * The {@code notifications:} block.
 *
 * @param enabled the flag: without it nothing happens
 * @param includeReferences whether events of manifests say what the manifest points at
 * @param journal where events wait
 * @param shutdownTimeout how long a stop waits for the endpoints to take what is pending
 * @param container what only counts in a servlet container
 * @param endpoints those that aren't disabled, in the order of the file
 */
public record NotificationsConfig(
    boolean enabled,
    boolean includeReferences,
    JournalConfig journal,
    Duration shutdownTimeout,
    ContainerConfig container,
    List<EndpointConfig> endpoints) {

  /** How long a stop waits unless it is set otherwise. */
  public static final Duration DEFAULT_SHUTDOWN_TIMEOUT = Duration.ofSeconds(5);

  /** Copies the list. */
  public NotificationsConfig {
    requireNonNull(journal, "journal");
    requireNonNull(shutdownTimeout, "shutdownTimeout");
    requireNonNull(container, "container");
    endpoints = List.copyOf(endpoints);
  }

  /**
   * Whether a web application is to be watched.
   *
   * @param contextPath its path as servlets know it: empty at the root
   */
  public boolean watches(String contextPath) {
    return enabled && container.includes(contextPath);
  }
}
