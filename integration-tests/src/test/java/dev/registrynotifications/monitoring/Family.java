package dev.registrynotifications.monitoring;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A metric with all its series.
 *
 * @param type {@code counter}, {@code gauge} or another word of the format
 * @param help what it is, for people
 * @param samples its lines
 */
record Family(String type, String help, List<Sample> samples) {

  Family {
    requireNonNull(type, "type");
    requireNonNull(help, "help");
    samples = List.copyOf(samples);
  }

  /** The names of the labels that its lines have. */
  Set<String> labels() {
    return samples.stream()
        .flatMap(sample -> sample.labels().keySet().stream())
        .collect(Collectors.toSet());
  }
}
