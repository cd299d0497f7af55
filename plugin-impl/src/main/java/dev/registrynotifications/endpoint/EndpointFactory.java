package dev.registrynotifications.endpoint;

import dev.registrynotifications.config.EndpointConfig;
import dev.registrynotifications.endpoint.Courier.Outlet;
import dev.registrynotifications.endpoint.Endpoint.Identity;
import dev.registrynotifications.endpoint.Endpoint.Running;
import dev.registrynotifications.endpoint.send.Sender;
import dev.registrynotifications.endpoint.send.SenderFactory;
import dev.registrynotifications.journal.Cursor;
import dev.registrynotifications.journal.EventLog;
import dev.registrynotifications.journal.StartFrom;
import dev.registrynotifications.metrics.EndpointStats;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Builds endpoints: the pipeline from cursor to HTTP, one line a hat. */
public final class EndpointFactory {

  private final SenderFactory senders;
  private final InstantSource clock;

  /**
   * Makes a factory.
   *
   * @param userAgent sent with each request
   * @param clock tells when something was given up, and how long it is to a date
   */
  public EndpointFactory(String userAgent, InstantSource clock) {
    this.senders = new SenderFactory(userAgent, clock);
    this.clock = clock;
  }

  /** Builds an endpoint that isn't running yet; events appended from now on are for it. */
  public Endpoint create(EndpointConfig config, EventLog log) {
    String name = config.name();
    EndpointStats stats = new EndpointStats();
    EventFilter filter = new EventFilter(config.filter());
    StopLatch stopping = new StopLatch();
    Breaker breaker = new Breaker(config.retry().threshold(), config.retry().backoff());

    Sender sender = senders.create(config, stats);
    sender = new RetryingSender(name, sender, breaker, stopping, stats);

    EndpointSubscriber subscriber = new EndpointSubscriber(name, filter, stats);
    Cursor live = log.cursor(name, startFrom(config), subscriber);
    DeadLetterOffice office = new DeadLetterOffice(name, log.deadLetters(name), clock);
    Intake intake = new Intake(live, subscriber, office);
    Packer packer = new Packer(log.status().id());
    Courier courier = new Courier(name, intake, packer, new Outlet(sender, stopping), stats);

    Running running = new Running(courier, threadOf(name), stopping);
    Operations operations = new Operations(name, log, subscriber, intake, office, courier::wake);
    operations.resumeReplay();
    return new Endpoint(new Identity(name, config.displayUrl()), subscriber, operations, running);
  }

  private static StartFrom startFrom(EndpointConfig config) {
    return switch (config.startFrom()) {
      case LATEST -> StartFrom.LATEST;
      case EARLIEST -> StartFrom.EARLIEST;
    };
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
