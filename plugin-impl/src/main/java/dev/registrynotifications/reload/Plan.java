package dev.registrynotifications.reload;

import dev.registrynotifications.config.EndpointConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What must happen so that endpoints run as they are configured. An endpoint is known by its name:
 * one with another name is another one.
 */
record Plan(List<Slot> removed, List<Change> changed, List<EndpointConfig> added) {

  /** An endpoint is to run as something else. */
  record Change(Slot slot, EndpointConfig next) {}

  /** Those that run as they are configured aren't touched. */
  static Plan of(List<Slot> running, List<EndpointConfig> wanted) {
    Map<String, EndpointConfig> wantedByName = new HashMap<>();
    wanted.forEach(config -> wantedByName.put(config.name(), config));
    Set<String> names = running.stream().map(Slot::name).collect(Collectors.toSet());
    return new Plan(
        running.stream().filter(slot -> !wantedByName.containsKey(slot.name())).toList(),
        running.stream()
            .flatMap(slot -> change(slot, wantedByName.get(slot.name())).stream())
            .toList(),
        wanted.stream().filter(config -> !names.contains(config.name())).toList());
  }

  private static Optional<Change> change(Slot slot, @Nullable EndpointConfig next) {
    return next == null || slot.runs(next) ? Optional.empty() : Optional.of(new Change(slot, next));
  }
}
