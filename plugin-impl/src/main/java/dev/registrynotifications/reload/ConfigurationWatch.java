package dev.registrynotifications.reload;

import dev.registrynotifications.config.NotificationsConfig;
import dev.registrynotifications.metrics.ConfigurationOperations;
import dev.registrynotifications.reload.source.ConfigSource;
import dev.registrynotifications.reload.source.LoadedConfig;
import dev.registrynotifications.reload.watch.FileWatch;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Sees to it that the plugin runs as its configuration says, also when that changes: its file, and
 * the files of secrets and certificates that it names. Safe for use by several threads.
 *
 * <p>It looks at them every few seconds. Rejected: the JDK's {@code WatchService}, which doesn't
 * hear of changes on network file systems that others make, nor of the symbolic links that
 * Kubernetes swaps when it renews a secret.
 */
public final class ConfigurationWatch implements ConfigurationOperations, AutoCloseable {

  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final ConfigSource source;
  private final RunningEndpoints endpoints;
  private final Function<NotificationsConfig, String> text;
  private final Reloader reloader;
  private final ConfigThread thread = new ConfigThread();

  /**
   * Makes a watch that has seen nothing yet.
   *
   * @param loaded what the endpoints run by
   * @param text shows a configuration, without secrets
   */
  public ConfigurationWatch(
      LoadedConfig loaded,
      RunningEndpoints endpoints,
      Function<NotificationsConfig, String> text,
      InstantSource clock) {
    this.source = loaded.source();
    this.endpoints = endpoints;
    this.text = text;
    this.reloader = new Reloader(loaded, FileWatch.ofOperatingSystem(), endpoints, clock);
  }

  /** Begins to watch. */
  public void start() {
    thread.repeat(reloader::look, PAUSE);
  }

  /** How long a stop waits, as it is configured now. */
  public Duration shutdownTimeout() {
    return reloader.inForce().config().shutdownTimeout();
  }

  @Override
  public String text() {
    return text.apply(reloader.inForce().config());
  }

  @Override
  public String file() {
    return source.file().map(Path::toAbsolutePath).map(Path::toString).orElse("");
  }

  @Override
  public Instant time() {
    return reloader.inForce().time();
  }

  @Override
  public String problems() {
    return reloader.inForce().problems();
  }

  @Override
  public List<String> endpoints() {
    return endpoints.names();
  }

  @Override
  public List<String> reload() {
    Reloader.Report report = thread.call(reloader::reload);
    if (report.refused()) {
      throw new IllegalStateException(String.join(System.lineSeparator(), report.problems()));
    }
    return Stream.of(report.lines(), report.problems()).flatMap(List::stream).toList();
  }

  /** Watches no more. A change that is being made waits for nobody any more, and is finished. */
  @Override
  public void close() {
    endpoints.endChanges();
    thread.close();
  }
}
