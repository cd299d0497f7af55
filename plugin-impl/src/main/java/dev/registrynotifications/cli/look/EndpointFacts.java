package dev.registrynotifications.cli.look;

import dev.registrynotifications.cli.text.Amount;
import dev.registrynotifications.cli.text.Facts;
import dev.registrynotifications.cli.text.Moment;
import dev.registrynotifications.management.EndpointMXBean;
import dev.registrynotifications.management.LatencyView;
import java.util.TreeMap;

/** What there is to say of one endpoint. What is zero as a rule is said only if it isn't. */
final class EndpointFacts {

  private EndpointFacts() {}

  static Facts of(EndpointMXBean endpoint) {
    Facts facts = new Facts().add("Name", endpoint.getName()).add("URL", endpoint.getUrl());
    addState(facts, endpoint);
    addPending(facts, endpoint);
    addAttempts(facts, endpoint);
    addEvents(facts, endpoint);
    addTimes(facts, endpoint);
    return facts;
  }

  /** Its state, and whether a replay is under way: for a table's cell. */
  static String state(EndpointMXBean endpoint) {
    return endpoint.getState() + (endpoint.isReplaying() ? ", replaying" : "");
  }

  private static void addState(Facts facts, EndpointMXBean endpoint) {
    facts
        .add("State", endpoint.getState() + ", since " + Moment.of(endpoint.getStateSince()))
        .addIfAny("Reason", endpoint.getStateReason())
        .addIfAny("Next attempt", Moment.of(endpoint.getNextAttempt()))
        .addIfAny("Replay", endpoint.isReplaying() ? "under way" : "");
  }

  private static void addPending(Facts facts, EndpointMXBean endpoint) {
    String counting = endpoint.isPendingExact() ? "" : ", and still counting";
    facts.add("Pending", endpoint.getPending() + counting);
    if (endpoint.getPending() > 0) {
      facts.add("Oldest pending", Amount.seconds(endpoint.getOldestPendingAgeSeconds()));
    }
    facts
        .add("In flight", endpoint.getInFlight())
        .add("Parked", endpoint.getParked())
        .addIfAny("Window", endpoint.isWindowFull() ? "full: an old event must go first" : "");
  }

  private static void addAttempts(Facts facts, EndpointMXBean endpoint) {
    facts
        .add("Attempts", attempts(endpoint))
        .addIfAny("Statuses", statuses(endpoint))
        .add("Retried", endpoint.getRetried())
        .add("Batches", endpoint.getBatches())
        .add("Sent", Amount.size(endpoint.getBytes()));
  }

  private static String attempts(EndpointMXBean endpoint) {
    return "%d accepted, %d refused, %d without an answer"
        .formatted(endpoint.getSuccesses(), endpoint.getFailures(), endpoint.getErrors());
  }

  private static String statuses(EndpointMXBean endpoint) {
    StringBuilder statuses = new StringBuilder();
    new TreeMap<>(endpoint.getStatuses())
        .forEach(
            (status, count) -> statuses.append(count).append(" x ").append(status).append("; "));
    return statuses.toString().replaceFirst("; $", "");
  }

  private static void addEvents(Facts facts, EndpointMXBean endpoint) {
    facts
        .add("Events", endpoint.getEvents())
        .add("Delivered", endpoint.getDelivered())
        .add("Filtered", endpoint.getFiltered())
        .add("Replayed", endpoint.getReplayed())
        .add("Dropped", endpoint.getDropped())
        .add("Not repeated", endpoint.getDuplicatesAvoided())
        .add("Given up", endpoint.getDeadLettered() + " since the start")
        .add("Dead letters", endpoint.getDeadLetters());
  }

  private static void addTimes(Facts facts, EndpointMXBean endpoint) {
    facts
        .add("Delivery took", latency(endpoint.getDeliveryLatency()))
        .add("End to end", latency(endpoint.getEndToEndLatency()))
        .addIfAny("Last success", Moment.of(endpoint.getLastSuccess()))
        .addIfAny("Last failure", Moment.of(endpoint.getLastFailure()))
        .addIfAny("Its reason", endpoint.getLastFailureReason());
  }

  private static String latency(LatencyView latency) {
    return latency.getCount() == 0
        ? "nothing in the last five minutes"
        : "half of them at most %s, 95%% %s, 99%% %s, the longest %s"
            .formatted(
                Amount.millis(latency.getP50Millis()),
                Amount.millis(latency.getP95Millis()),
                Amount.millis(latency.getP99Millis()),
                Amount.millis(latency.getMaxMillis()));
  }
}
