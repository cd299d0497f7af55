package dev.registrynotifications.monitoring;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * One line of a scrape that has a value.
 *
 * @param name what stands before the labels
 * @param labels the labels, without what quotes them
 * @param value the value
 */
record Sample(String name, Map<String, String> labels, double value) {

  Sample {
    requireNonNull(name, "name");
    labels = Map.copyOf(labels);
  }
}
