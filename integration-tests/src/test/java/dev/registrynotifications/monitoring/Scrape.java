package dev.registrynotifications.monitoring;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * What an exporter showed at one moment.
 *
 * @param text all of it, as it came
 * @param families its metrics by name
 */
record Scrape(String text, Map<String, Family> families) {

  private static final String OURS = "registry_notifications_";

  Scrape {
    requireNonNull(text, "text");
    families = Map.copyOf(families);
  }

  /** The plugin's own metrics, by name. */
  Map<String, Family> ours() {
    return new TreeMap<>(families).subMap(OURS, OURS + Character.MAX_VALUE);
  }

  /** The lines of a metric; none if there is no such metric. */
  List<Sample> samples(String metric) {
    Family family = families.get(metric);
    return family == null ? List.of() : family.samples();
  }

  /** The value of the series with these labels and no others; empty if there is none. */
  OptionalDouble value(String metric, Map<String, String> labels) {
    return samples(metric).stream()
        .filter(sample -> sample.labels().equals(labels))
        .mapToDouble(Sample::value)
        .findFirst();
  }

  /** The same, of an endpoint. */
  OptionalDouble ofEndpoint(String endpoint, String metric) {
    return value(metric, Map.of("endpoint", endpoint));
  }

  /** Whether an endpoint is in that state, and in no other. */
  boolean shows(String endpoint, String state) {
    return samples("registry_notifications_endpoint_state").stream()
        .filter(sample -> endpoint.equals(sample.labels().get("endpoint")))
        .map(Sample::labels)
        .toList()
        .equals(List.of(Map.of("endpoint", endpoint, "state", state)));
  }
}
