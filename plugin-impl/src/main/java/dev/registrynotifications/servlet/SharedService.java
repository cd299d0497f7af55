package dev.registrynotifications.servlet;

import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.registrynotifications.NotificationsModule;
import dev.registrynotifications.NotificationsService;
import dev.registrynotifications.bridge.EventBridge;
import dev.registrynotifications.config.NotificationsConfig;
import dev.registrynotifications.config.reader.ConfigReader;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the web applications of a server share: one running plugin for each configuration file. The
 * first who leases it starts it, the last who lets go of it stops it.
 *
 * <p>It is started as if by the server, not by a web application: its threads would keep the web
 * application's classes when that is long gone.
 */
final class SharedService {

  /** By the file; {@link #NO_FILE} for the environment alone. Guarded by itself. */
  private static final Map<Path, SharedService> RUNNING = new HashMap<>();

  private static final Path NO_FILE = Path.of("");

  private final Path file;
  private final NotificationsConfig config;
  private final NotificationsService service;
  private final EventBridge bridge;
  private int leases;

  private SharedService(Path file, NotificationsConfig config) {
    this.file = file;
    this.config = config;
    Injector injector = Guice.createInjector(new NotificationsModule(config, hostName()));
    service = injector.getInstance(NotificationsService.class);
    bridge = injector.getInstance(EventBridge.class);
  }

  /**
   * The configuration by which it runs, or would run.
   *
   * @throws dev.registrynotifications.plugin.PluginException if it has mistakes
   */
  static NotificationsConfig configOf(Optional<Path> configuration) {
    synchronized (RUNNING) {
      SharedService running = RUNNING.get(configuration.orElse(NO_FILE));
      return running == null ? asServer(() -> read(configuration)) : running.config;
    }
  }

  /**
   * Leases it; it is to be let go of once.
   *
   * @throws dev.registrynotifications.plugin.PluginException if it can't run
   */
  static SharedService lease(Optional<Path> configuration) {
    synchronized (RUNNING) {
      Path file = configuration.orElse(NO_FILE);
      SharedService running = RUNNING.get(file);
      if (running == null) {
        running = asServer(() -> start(file, read(configuration)));
        RUNNING.put(file, running);
      }
      running.leases++;
      return running;
    }
  }

  private static NotificationsConfig read(Optional<Path> configuration) {
    ConfigReader reader = ConfigReader.ofProcess();
    return configuration.map(reader::read).orElseGet(reader::read);
  }

  private static SharedService start(Path file, NotificationsConfig config) {
    SharedService started = new SharedService(file, config);
    try {
      started.service.start();
    } catch (RuntimeException e) {
      started.service.close();
      throw e;
    }
    return started;
  }

  NotificationsConfig config() {
    return config;
  }

  EventBridge bridge() {
    return bridge;
  }

  /** Lets go of it. The last one waits for what is pending, up to the shutdown timeout. */
  void release() {
    synchronized (RUNNING) {
      leases--;
      if (leases == 0) {
        RUNNING.remove(file);
        asServer(
            () -> {
              service.close();
              return this;
            });
      }
    }
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
