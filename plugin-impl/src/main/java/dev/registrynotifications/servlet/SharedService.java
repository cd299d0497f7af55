package dev.registrynotifications.servlet;

import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.registrynotifications.NotificationsModule;
import dev.registrynotifications.NotificationsService;
import dev.registrynotifications.bridge.EventBridge;
import dev.registrynotifications.config.NotificationsConfig;
import dev.registrynotifications.reload.source.ConfigSource;
import dev.registrynotifications.reload.source.LoadedConfig;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the web applications of a server share: the running plugin of one configuration file. The
 * first who leases it starts it, the last who lets go of it stops it. Safe for use by several
 * threads; who comes while it starts or stops waits for that.
 *
 * <p>It is started as if by the server, not by a web application: its threads would keep the web
 * application's classes when that is long gone.
 */
final class SharedService {

  private static final Map<Optional<Path>, SharedService> BY_FILE = new ConcurrentHashMap<>();

  private final Optional<Path> file;
  private @Nullable Running running;
  private int leases;

  /**
   * The plugin while it runs.
   *
   * @param config by which it was started: for web applications nothing of it but the shutdown
   *     timeout changes before the next start
   * @param bridge whom to tell what happened
   */
  record Running(NotificationsConfig config, EventBridge bridge, NotificationsService service) {}

  private SharedService(Optional<Path> file) {
    this.file = file;
  }

  /** That of the file; empty for the one of the environment alone. */
  static SharedService of(Optional<Path> file) {
    return BY_FILE.computeIfAbsent(file, SharedService::new);
  }

  /**
   * The configuration by which it runs, or would run.
   *
   * @throws dev.registrynotifications.plugin.PluginException if it has mistakes
   */
  synchronized NotificationsConfig config() {
    return running == null ? asServer(this::load).config() : running.config();
  }

  /**
   * Leases it; it is to be let go of once.
   *
   * @throws dev.registrynotifications.plugin.PluginException if it can't run
   */
  synchronized Running lease() {
    if (running == null) {
      running = asServer(() -> start(load()));
    }
    leases++;
    return running;
  }

  /** How long a web application that ends waits for its requests; zero if it doesn't run. */
  synchronized Duration shutdownTimeout() {
    return running == null ? Duration.ZERO : running.service().shutdownTimeout();
  }

  /** Lets go of it. The last one waits for what is pending, up to the shutdown timeout. */
  synchronized void release() {
    leases--;
    if (leases == 0 && running != null) {
      NotificationsService service = running.service();
      running = null;
      asServer(() -> stop(service));
    }
  }

  private LoadedConfig load() {
    return LoadedConfig.from(ConfigSource.ofProcess(file));
  }

  private static Running start(LoadedConfig loaded) {
    Injector injector = Guice.createInjector(new NotificationsModule(loaded, hostName()));
    NotificationsService service = injector.getInstance(NotificationsService.class);
    try {
      service.start();
    } catch (Throwable e) {
      service.close();
      throw e;
    }
    return new Running(loaded.config(), injector.getInstance(EventBridge.class), service);
  }

  private static NotificationsService stop(NotificationsService service) {
    service.close();
    return service;
  }

  private static <T> T asServer(Supplier<T> step) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(SharedService.class.getClassLoader());
    try {
      return step.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Where events come from: a web application doesn't know its server's ports. */
  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
