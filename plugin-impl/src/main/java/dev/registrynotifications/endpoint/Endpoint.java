package dev.registrynotifications.endpoint;

import dev.registrynotifications.journal.EventKey;
import dev.registrynotifications.metrics.EndpointOperations;
import dev.registrynotifications.metrics.EndpointStats;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * One webhook: what of the log is for it, and the courier that brings it there, on a thread of its
 * own. Everything but {@link #start}, {@link #stop} and {@link #awaitStop} is for any thread.
 */
public final class Endpoint {

  private static final Logger LOGGER = System.getLogger(Endpoint.class.getName());

  private final String name;
  private final String displayUrl;
  private final EndpointSubscriber subscriber;
  private final Operations operations;
  private final Courier courier;
  private final ExecutorService executor;
  private final StopLatch stopping;

  Endpoint(
      Identity identity, EndpointSubscriber subscriber, Operations operations, Running running) {
    this.name = identity.name();
    this.displayUrl = identity.displayUrl();
    this.subscriber = subscriber;
    this.operations = operations;
    this.courier = running.courier();
    this.executor = running.executor();
    this.stopping = running.stopping();
  }

  /** How people know the endpoint. */
  record Identity(String name, String displayUrl) {}

  /** What runs, and what tells it to stop. */
  record Running(Courier courier, ExecutorService executor, StopLatch stopping) {}

  public String name() {
    return name;
  }

  /** Where events are sent, without secrets. */
  public String displayUrl() {
    return displayUrl;
  }

  public EndpointStats stats() {
    return subscriber.stats();
  }

  /** What an operator can do with it. */
  public EndpointOperations operations() {
    return operations;
  }

  /** Whether an event is for this endpoint. */
  public boolean matches(EventKey key) {
    return subscriber.matches(key);
  }

  /** Says that there may be something new in the log. Returns at once. */
  public void wake() {
    courier.wake();
  }

  /** Begins to deliver. */
  public void start() {
    executor.execute(courier);
  }

  /** Asks the courier to leave as soon as it has nothing to do, or its breaker is open. */
  public void stop() {
    courier.stop();
    stopping.stop();
    executor.shutdown();
  }

  /** Waits for the courier to leave, and makes it leave when the time is over, within a second. */
  public void awaitStop(Duration timeout) {
    try {
      if (!executor.awaitTermination(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
        executor.shutdownNow();
        boolean unused = executor.awaitTermination(1, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      executor.shutdownNow();
      Thread.currentThread().interrupt();
    }
    long pending = stats().getPending();
    if (pending > 0) {
      LOGGER.log(
          Level.WARNING,
          "Endpoint {0} stops with {1} events undelivered, which {2}",
          name,
          Long.toString(pending),
          operations.whatBecomesOfPending());
    }
  }
}
