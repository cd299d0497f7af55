package dev.registrynotifications;

import static java.util.Objects.requireNonNull;

import dev.registrynotifications.broadcast.Broadcaster;
import dev.registrynotifications.bus.NotificationBus;
import dev.registrynotifications.config.NotificationsConfig;
import dev.registrynotifications.endpoint.Endpoint;
import dev.registrynotifications.endpoint.EndpointFactory;
import dev.registrynotifications.journal.EventLog;
import dev.registrynotifications.metrics.JmxRegistrar;
import dev.registrynotifications.metrics.NodeStats;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The running plugin: the endpoints and what is behind them. For the thread that starts and stops
 * the server.
 */
public final class NotificationsService implements AutoCloseable {

  /** The version of this jar; {@code development} when it runs from classes. */
  static final String VERSION =
      Optional.ofNullable(NotificationsService.class.getPackage().getImplementationVersion())
          .orElse("development");

  private static final String USER_AGENT = "registry-notifications/" + VERSION;
  private static final Logger LOGGER = System.getLogger(NotificationsService.class.getName());

  private final NotificationsConfig config;
  private final JournalOpener journal;
  private final EndpointFactory factory;
  private final NotificationBus bus;
  private final JmxRegistrar registrar;
  private @Nullable Broadcaster broadcaster;
  private @Nullable EventLog log;
  private final List<Endpoint> endpoints = new ArrayList<>();

  @Inject
  NotificationsService(
      NotificationsConfig config,
      JournalOpener journal,
      EndpointFactory factory,
      NotificationBus bus,
      JmxRegistrar registrar) {
    this.config = config;
    this.journal = journal;
    this.factory = factory;
    this.bus = bus;
    this.registrar = registrar;
  }

  /** How this plugin names itself to servers that it asks or tells something. */
  public static String userAgent() {
    return USER_AGENT;
  }

  /**
   * Begins to take events and to deliver them, those first that wait in the journal. To be called
   * once.
   *
   * @throws dev.registrynotifications.plugin.PluginException if the journal can't be used
   */
  public void start() {
    if (!config.enabled()) {
      LOGGER.log(Level.INFO, "Notifications are switched off");
      return;
    }
    EventLog opened = journal.open();
    log = opened;
    createEndpoints(opened);
    opened.retain(endpoints.stream().map(Endpoint::name).collect(Collectors.toSet()));
    NodeStats stats = new NodeStats();
    register(opened, stats);
    for (Endpoint endpoint : endpoints) {
      endpoint.start();
      LOGGER.log(Level.INFO, "Notifying {0} at {1}", endpoint.name(), endpoint.displayUrl());
    }
    if (endpoints.isEmpty()) {
      LOGGER.log(Level.WARNING, "Notifications are switched on, but no endpoint is configured");
    }
    broadcaster = new Broadcaster(opened, endpoints, stats);
    bus.subscribe(broadcaster);
  }

  private void createEndpoints(EventLog opened) {
    try {
      config.endpoints().forEach(endpoint -> endpoints.add(factory.create(endpoint, opened)));
    } catch (UncheckedIOException e) {
      throw journal.unusable(requireNonNull(e.getCause()));
    }
  }

  private void register(EventLog opened, NodeStats stats) {
    List<String> names = endpoints.stream().map(Endpoint::name).toList();
    registrar.registerNotifications(VERSION, Instant.now(), names, stats);
    registrar.registerJournal(opened);
    for (Endpoint endpoint : endpoints) {
      registrar.registerEndpoint(
          endpoint.name(), endpoint.displayUrl(), endpoint.stats(), endpoint.operations());
    }
  }

  /**
   * Stops: no more events are taken; what is pending is still delivered, until the shutdown timeout
   * is over, and an endpoint that fails isn't waited for. Also ends what a failed start has begun;
   * once is enough, twice does no harm.
   */
  @Override
  public void close() {
    if (broadcaster != null) {
      bus.unsubscribe(broadcaster);
      broadcaster = null;
    }
    endpoints.forEach(Endpoint::stop);
    long deadline = System.nanoTime() + config.shutdownTimeout().toNanos();
    for (Endpoint endpoint : endpoints) {
      endpoint.awaitStop(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
    }
    endpoints.clear();
    // Before the log: nobody may operate what belongs to somebody else soon.
    registrar.close();
    if (log != null) {
      log.close();
      log = null;
    }
  }
}
