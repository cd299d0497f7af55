package dev.registrynotifications.demo;

import dev.registrynotifications.management.EndpointMXBean;
import java.util.Map;
import java.util.stream.Collectors;

/** Lays out an endpoint's figures in two lines, a head and the numbers. */
final class EndpointTable {

  private static final String FORMAT = "%-8s  %7s  %6s  %9s  %8s  %6s  %s%n";

  private EndpointTable() {}

  static String of(EndpointMXBean endpoint) {
    String head =
        FORMAT.formatted(
            "Endpoint", "Pending", "Events", "Successes", "Failures", "Errors", "Statuses");
    String figures =
        FORMAT.formatted(
            endpoint.getName(),
            endpoint.getPending(),
            endpoint.getEvents(),
            endpoint.getSuccesses(),
            endpoint.getFailures(),
            endpoint.getErrors(),
            statuses(endpoint.getStatuses()));
    return head + figures;
  }

  private static String statuses(Map<String, Long> statuses) {
    return statuses.entrySet().stream()
        .map(status -> status.getKey() + ": " + status.getValue())
        .collect(Collectors.joining(", "));
  }
}
