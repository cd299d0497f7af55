package dev.registrynotifications.endpoint;

import dev.registrynotifications.config.EndpointConfig;
import dev.registrynotifications.endpoint.Endpoint.Identity;
import dev.registrynotifications.endpoint.Endpoint.Running;
import dev.registrynotifications.journal.Cursor;
import dev.registrynotifications.journal.EventLog;
import dev.registrynotifications.metrics.EndpointStats;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Builds endpoints: the pipeline from cursor to HTTP, one line a hat. */
public final class EndpointFactory {

  private final EventLog log;
  private final String userAgent;

  /**
   * Makes a factory.
   *
   * @param log where the events are
   * @param userAgent sent with each request
   */
  public EndpointFactory(EventLog log, String userAgent) {
    this.log = log;
    this.userAgent = userAgent;
  }

  /** Builds an endpoint that isn't running yet; events appended from now on are for it. */
  public Endpoint create(EndpointConfig config) {
    String name = config.name();
    EndpointStats stats = new EndpointStats();
    EventFilter filter = new EventFilter(config.ignore());
    StopLatch stopping = new StopLatch();
    Breaker breaker = new Breaker(config.threshold(), config.backoff());

    Sender sender = new HttpSender(config, userAgent);
    sender = new NeverThrowingSender(name, sender);
    sender = new CountingSender(sender, stats);
    sender = new RetryingSender(name, sender, breaker, stopping, stats);
    Cursor cursor = new DropReportingCursor(log, name, filter, stats);
    Courier courier = new Courier(name, cursor, filter, sender, stats);

    Running running = new Running(courier, threadOf(name), stopping);
    return new Endpoint(new Identity(name, config.displayUrl()), filter, stats, running);
  }

  private static ExecutorService threadOf(String name) {
    return Executors.newSingleThreadExecutor(
        courier -> {
          Thread thread = new Thread(courier, "notify-" + name);
          thread.setDaemon(true);
          return thread;
        });
  }
}
