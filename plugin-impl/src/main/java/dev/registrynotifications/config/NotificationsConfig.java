package dev.registrynotifications.config;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The {@code notifications:} block.
 *
 * @param enabled the flag: without it nothing happens
 * @param includeReferences whether events of manifests say what the manifest points at
 * @param journal where events wait
 * @param endpoints those that aren't disabled, in the order of the file
 */
public record NotificationsConfig(
    boolean enabled,
    boolean includeReferences,
    JournalConfig journal,
    List<EndpointConfig> endpoints) {

  /** Copies the list. */
  public NotificationsConfig {
    requireNonNull(journal, "journal");
    endpoints = List.copyOf(endpoints);
  }
}
