package dev.registrynotifications.bench.delivery;

import dev.registrynotifications.bench.webhook.Webhook;
import dev.registrynotifications.config.EndpointConfig;
import dev.registrynotifications.endpoint.Endpoint;
import dev.registrynotifications.endpoint.EndpointFactory;
import dev.registrynotifications.journal.EventLog;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongUnaryOperator;

/**
 * Appends events at a steady rate, and measures how long they take to the webhooks that are well.
 * The webhooks are in this process, for one clock: at this rate they hardly cost anything.
 */
public final class SteadyTraffic implements AutoCloseable {

  private static final int WELL = 3;
  private static final int EVENTS_PER_SECOND = 200;
  private static final long PERIOD = Duration.ofSeconds(1).toNanos() / EVENTS_PER_SECOND;
  private static final Duration DEADLINE = Duration.ofSeconds(30);

  private final EventLog log;
  private final LongUnaryOperator source;
  private final EndpointFactory factory = Endpoints.factory();
  private final List<Webhook> webhooks = new ArrayList<>();
  private final List<Arrivals> arrivals = new ArrayList<>();
  private final List<Endpoint> endpoints = new ArrayList<>();

  /**
   * Makes the webhooks that are well, and their endpoints.
   *
   * @param source appends the event of that number to the log, and returns its sequence
   */
  public SteadyTraffic(EventLog log, LongUnaryOperator source) throws IOException {
    this.log = log;
    this.source = source;
    for (int i = 0; i < WELL; i++) {
      Arrivals noted = new Arrivals();
      Webhook webhook = Webhook.well(noted);
      webhooks.add(webhook);
      arrivals.add(noted);
      endpoints.add(endpoint("well-" + i, webhook));
    }
  }

  private Endpoint endpoint(String name, Webhook webhook) {
    return factory.create(EndpointConfig.to(name, webhook.url()).build(), log);
  }

  /** Measures, with one more endpoint. To be called once. */
  public Percentiles measure(Webhook extra, Duration warmUp, Duration measured) {
    endpoints.add(endpoint("extra", extra));
    endpoints.forEach(Endpoint::start);
    append(count(warmUp));
    Map<Long, Long> appended = append(count(measured));
    stop();
    return Percentiles.of(arrivals.stream().flatMapToLong(noted -> noted.since(appended)));
  }

  private static long count(Duration time) {
    return time.toNanos() / PERIOD;
  }

  private Map<Long, Long> append(long count) {
    Map<Long, Long> times = new HashMap<>();
    long start = System.nanoTime();
    for (long number = 0; number < count; number++) {
      sleepUntil(start + number * PERIOD);
      long time = System.nanoTime();
      times.put(source.applyAsLong(number), time);
      endpoints.forEach(Endpoint::wake);
    }
    return times;
  }

  private static void sleepUntil(long time) {
    for (long left = time - System.nanoTime(); left > 0; left = time - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  /** What is well has got everything then. */
  private void stop() {
    endpoints.forEach(Endpoint::stop);
    endpoints.forEach(endpoint -> endpoint.awaitStop(DEADLINE));
  }

  /** Closes the webhooks. */
  @Override
  public void close() throws IOException {
    for (Webhook webhook : webhooks) {
      webhook.close();
    }
  }
}
