package dev.registrynotifications.monitoring;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;

/**
 * A row of the table of metrics.
 *
 * @param name the metric
 * @param type its type
 * @param labels its labels
 * @param attributes where its values come from, as in {@code Endpoint.DeliveryLatency.count}
 */
record DocumentedMetric(String name, String type, Set<String> labels, List<String> attributes) {

  DocumentedMetric {
    requireNonNull(name, "name");
    requireNonNull(type, "type");
    labels = Set.copyOf(labels);
    attributes = List.copyOf(attributes);
  }
}
