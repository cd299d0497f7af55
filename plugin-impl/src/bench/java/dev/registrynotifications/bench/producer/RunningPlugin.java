package dev.registrynotifications.bench.producer;

import com.google.common.io.Closer;
import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.registrynotifications.NotificationsModule;
import dev.registrynotifications.NotificationsService;
import dev.registrynotifications.bench.run.WorkDirectory;
import dev.registrynotifications.bench.webhook.Webhook;
import dev.registrynotifications.bridge.EventBridge;
import dev.registrynotifications.config.reader.ConfigReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The plugin as a server has it, wired and started, with a journal and endpoints that are down.
 * After its first failure an endpoint backs off for an hour, so that no delivery competes.
 */
record RunningPlugin(Closer resources, EventBridge bridge) implements AutoCloseable {

  private static final String ENDPOINT =
      "    - {name: down-%d, url: '%s', threshold: 1, backoff: 1h, maxBackoff: 1h}";

  static RunningPlugin start(String journal, int endpoints) throws IOException {
    Closer resources = Closer.create();
    try {
      return start(configuration(journal, endpoints, resources), resources);
    } catch (IOException | RuntimeException e) {
      resources.close();
      throw e;
    }
  }

  private static RunningPlugin start(Path configuration, Closer resources) throws IOException {
    Injector injector =
        Guice.createInjector(
            new NotificationsModule(
                new ConfigReader(Map.of(), null).read(configuration), "reg-1:5000"));
    NotificationsService service = injector.getInstance(NotificationsService.class);
    resources.register(service::close);
    service.start();
    return new RunningPlugin(resources, injector.getInstance(EventBridge.class));
  }

  private static Path configuration(String journal, int endpoints, Closer resources)
      throws IOException {
    WorkDirectory directory = resources.register(WorkDirectory.make());
    Webhook down = resources.register(Webhook.refusing());
    return Files.writeString(
        directory.path().resolve("config.yml"), configuration(journal, endpoints, down));
  }

  private static String configuration(String journal, int endpoints, Webhook down) {
    String list =
        IntStream.range(0, endpoints)
            .mapToObj(number -> ENDPOINT.formatted(number, down.url()))
            .collect(Collectors.joining("\n"));
    return """
        notifications:
          enabled: true
          journal: {type: %s%s}
          endpoints:
        %s
        """
        .formatted(journal, journal.equals("file") ? ", path: journal" : "", list);
  }

  @Override
  public void close() throws IOException {
    resources.close();
  }
}
