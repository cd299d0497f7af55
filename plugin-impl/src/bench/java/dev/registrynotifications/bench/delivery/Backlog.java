package dev.registrynotifications.bench.delivery;

import dev.registrynotifications.bench.webhook.ChildWebhook;
import dev.registrynotifications.config.EndpointConfig;
import dev.registrynotifications.config.EndpointConfigBuilder;
import dev.registrynotifications.config.StartFrom;
import dev.registrynotifications.endpoint.Endpoint;
import dev.registrynotifications.endpoint.EndpointFactory;
import dev.registrynotifications.journal.EventLog;
import java.time.Duration;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Events that wait in a log, and are delivered by one endpoint after the other, each of which is
 * new and begins with the oldest. Rejected: a new log for each, whose hundred megabytes would still
 * be forced to the disk while it is read.
 */
public final class Backlog {

  private static final Duration DEADLINE = Duration.ofMinutes(5);

  private final EventLog log;
  private final long events;
  private final ChildWebhook webhook;
  private final EndpointFactory factory = Endpoints.factory();
  private int endpoints;

  /**
   * Has events delivered.
   *
   * @param events how many the log has
   */
  public Backlog(EventLog log, long events, ChildWebhook webhook) {
    this.log = log;
    this.events = events;
    this.webhook = webhook;
  }

  /** Delivers all of it, as often as it takes until that much time was measured. */
  public Cost drain(UnaryOperator<EndpointConfigBuilder> configured, Duration atLeast) {
    Cost total = Cost.NOTHING;
    while (total.took().compareTo(atLeast) < 0) {
      total = total.plus(drain(configured));
    }
    return total;
  }

  private Cost drain(UnaryOperator<EndpointConfigBuilder> configured) {
    String name = "endpoint-" + ++endpoints;
    EndpointConfigBuilder config =
        EndpointConfig.to(name, webhook.url()).startFrom(StartFrom.EARLIEST);
    Endpoint endpoint = factory.create(configured.apply(config).build(), log);
    log.retain(Set.of(name));
    Meter meter = Meter.start(webhook);
    endpoint.start();
    // It leaves when it has delivered all there is.
    endpoint.stop();
    endpoint.awaitStop(DEADLINE);
    Cost cost = meter.stop(events);
    check(endpoint);
    return cost;
  }

  private static void check(Endpoint endpoint) {
    long pending = endpoint.stats().getPending();
    if (pending > 0 || !endpoint.stats().isPendingExact()) {
      throw new IllegalStateException(
          "Could not deliver the backlog: %d events are left".formatted(pending));
    }
  }
}
