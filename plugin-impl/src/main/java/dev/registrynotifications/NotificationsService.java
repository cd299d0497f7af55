package dev.registrynotifications;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Ticker;
import dev.registrynotifications.broadcast.Broadcaster;
import dev.registrynotifications.bus.NotificationBus;
import dev.registrynotifications.config.NotificationsConfig;
import dev.registrynotifications.config.writer.ConfigurationText;
import dev.registrynotifications.endpoint.EndpointFactory;
import dev.registrynotifications.journal.EventLog;
import dev.registrynotifications.metrics.JmxRegistrar;
import dev.registrynotifications.metrics.NodeStats;
import dev.registrynotifications.reload.ConfigurationWatch;
import dev.registrynotifications.reload.RunningEndpoints;
import dev.registrynotifications.reload.source.LoadedConfig;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
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

  private final LoadedConfig loaded;
  private final JournalOpener journal;
  private final EndpointFactory factory;
  private final NotificationBus bus;
  private final JmxRegistrar registrar;
  private @Nullable EventLog log;
  private @Nullable RunningEndpoints endpoints;
  private @Nullable ConfigurationWatch watch;
  private @Nullable Broadcaster broadcaster;

  @Inject
  NotificationsService(
      LoadedConfig loaded,
      JournalOpener journal,
      EndpointFactory factory,
      NotificationBus bus,
      JmxRegistrar registrar) {
    this.loaded = loaded;
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
   * Begins to take events and to deliver them, those first that wait in the journal, and to watch
   * the configuration. To be called once.
   *
   * @throws dev.registrynotifications.plugin.PluginException if the journal can't be used
   */
  public void start() {
    NotificationsConfig config = loaded.config();
    if (!config.enabled()) {
      LOGGER.log(Level.INFO, "Notifications are off: switched off by the configuration");
      return;
    }
    EventLog opened = journal.open();
    log = opened;
    NodeStats stats = new NodeStats(Ticker.systemTicker());
    Broadcaster sink = new Broadcaster(opened, List.of(), stats);
    RunningEndpoints running =
        new RunningEndpoints(factory, opened, sink, registrar, Ticker.systemTicker());
    endpoints = running;
    open(running);
    ConfigurationWatch watching =
        new ConfigurationWatch(loaded, running, ConfigurationText::of, InstantSource.system());
    watch = watching;
    registrar.registerNotifications(VERSION, Instant.now(), watching, stats);
    registrar.registerJournal(opened, stats);
    running.start();
    if (config.endpoints().isEmpty()) {
      LOGGER.log(Level.WARNING, "Notifications are switched on, but no endpoint is configured");
    }
    broadcaster = sink;
    bus.subscribe(sink);
    watching.start();
  }

  private void open(RunningEndpoints running) {
    try {
      running.open(loaded.config().endpoints());
    } catch (UncheckedIOException e) {
      throw journal.unusable(requireNonNull(e.getCause()));
    }
  }

  /**
   * Stops: no more events are taken; what is pending is still delivered, until the shutdown timeout
   * is over, and an endpoint that fails isn't waited for. A change of the configuration that is
   * being made waits for nobody any more, and is finished first. Also ends what a failed start has
   * begun; once is enough, twice does no harm.
   */
  @Override
  public void close() {
    Duration timeout = stopWatching();
    if (broadcaster != null) {
      bus.unsubscribe(broadcaster);
      broadcaster = null;
    }
    if (endpoints != null) {
      endpoints.close(timeout);
      endpoints = null;
    }
    // Before the log: nobody may operate what belongs to somebody else soon.
    registrar.close();
    if (log != null) {
      log.close();
      log = null;
      LOGGER.log(Level.INFO, "Notifications have stopped");
    }
  }

  /** Returns the shutdown timeout, as it is configured at last. */
  private Duration stopWatching() {
    ConfigurationWatch watching = watch;
    if (watching != null) {
      watching.close();
    }
    Duration timeout = shutdownTimeout();
    watch = null;
    return timeout;
  }

  /** How long a stop would wait, as it is configured now. */
  public Duration shutdownTimeout() {
    ConfigurationWatch watching = watch;
    return watching == null ? loaded.config().shutdownTimeout() : watching.shutdownTimeout();
  }
}
