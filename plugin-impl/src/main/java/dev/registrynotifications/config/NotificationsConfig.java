package dev.registrynotifications.config;

import java.util.List;

/**
 * The {@code notifications:} block.
 *
 * @param enabled the flag: without it nothing happens
 * @param includeReferences whether events of manifests say what the manifest points at
 * @param endpoints those that aren't disabled, in the order of the file
 */
public record NotificationsConfig(
    boolean enabled, boolean includeReferences, List<EndpointConfig> endpoints) {

  /** Copies the list. */
  public NotificationsConfig {
    endpoints = List.copyOf(endpoints);
  }
}
