package dev.registrynotifications.peers;

import dev.registrynotifications.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/**
 * The original, as a child process with an empty storage.
 *
 * <p>It can't be told to take any free port and say which, so a free port is looked for first and
 * may be taken by the time it starts; then it is tried again with another.
 */
public final class DockerRegistry implements RegistryUnderTest {

  private static final int ATTEMPTS = 5;
  private static final int CHECKS = 400;
  private static final Duration BETWEEN_CHECKS = Duration.ofMillis(50);
  private static final Duration TO_STOP = Duration.ofSeconds(10);

  private final Process process;
  private final URI uri;

  private DockerRegistry(Process process, URI uri) {
    this.process = process;
    this.uri = uri;
  }

  /**
   * Starts it and waits until it answers.
   *
   * @param work an empty directory for its configuration, storage and log
   */
  public static DockerRegistry start(Path work, Subscription subscription)
      throws IOException, InterruptedException {
    return start(work, port -> server(work, port) + subscription.yaml());
  }

  /**
   * Starts it and waits until it answers.
   *
   * @param work a directory for its configuration and log
   * @param configuration the text of the configuration, for a port of 127.0.0.1
   */
  public static DockerRegistry start(Path work, IntFunction<String> configuration)
      throws IOException, InterruptedException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int port = Ports.free();
      DockerRegistry registry = launch(work, port, configuration.apply(port));
      if (registry.comesUp()) {
        return registry;
      }
      registry.close();
    }
    throw new IOException(
        "Could not start docker-registry: " + Files.readString(work.resolve("registry.log")));
  }

  @Override
  public URI uri() {
    return uri;
  }

  /** The operating system's view of it. */
  public ProcessHandle handle() {
    return process.toHandle();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(TO_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static DockerRegistry launch(Path work, int port, String configuration)
      throws IOException {
    Path file = Files.writeString(work.resolve("config.yml"), configuration);
    ProcessBuilder builder =
        new ProcessBuilder(Program.DOCKER_REGISTRY.command(), "serve", file.toString())
            .redirectErrorStream(true)
            .redirectOutput(work.resolve("registry.log").toFile());
    // It writes timestamps in local time.
    builder.environment().put("TZ", "UTC");
    return new DockerRegistry(builder.start(), URI.create("http://127.0.0.1:" + port + "/"));
  }

  private static String server(Path work, int port) {
    return """
        version: 0.1
        storage:
          filesystem:
            rootdirectory: %s
          delete:
            enabled: true
        http:
          addr: 127.0.0.1:%d
        validation:
          manifests:
            urls:
              allow: ['^https://']
        """
        .formatted(work.resolve("storage"), port);
  }

  private boolean comesUp() throws InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    for (int check = 0; check < CHECKS; check++) {
      if (answers(client)) {
        return process.isAlive();
      }
      if (process.waitFor(BETWEEN_CHECKS.toMillis(), TimeUnit.MILLISECONDS)) {
        return false;
      }
    }
    return false;
  }

  private boolean answers(HttpClient client) throws InterruptedException {
    HttpRequest ping = HttpRequest.newBuilder(uri.resolve("v2/")).build();
    try {
      return client.send(ping, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }
}
