package dev.registrynotifications.comparison.peer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.registrynotifications.Ports;
import dev.registrynotifications.peers.DockerRegistry;
import dev.registrynotifications.peers.Program;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;

/** Debian's {@code docker-registry}, with its images in memory; it tells about itself by HTTP. */
final class Original implements Peer {

  private final DockerRegistry registry;
  private final URI variables;
  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonMapper json = new JsonMapper();

  private Original(DockerRegistry registry, URI variables) {
    this.registry = registry;
    this.variables = variables;
  }

  /**
   * Starts it and waits until it answers.
   *
   * @param work a directory for its configuration and log
   */
  static Original start(Path work, Webhooks webhooks) throws IOException, InterruptedException {
    Program.DOCKER_REGISTRY.require();
    AtomicInteger debugPort = new AtomicInteger();
    DockerRegistry registry =
        DockerRegistry.start(
            work,
            port -> {
              // Another one for each attempt: this one may be what the last failed for.
              debugPort.set(Ports.free());
              return configuration(port, debugPort.get(), webhooks);
            });
    return new Original(
        registry, URI.create("http://127.0.0.1:%d/debug/vars".formatted(debugPort.get())));
  }

  private static String configuration(int port, int debugPort, Webhooks webhooks) {
    return """
        version: 0.1
        log: {level: error, accesslog: {disabled: true}}
        storage: {inmemory: {}}
        http:
          addr: 127.0.0.1:%d
          debug: {addr: "127.0.0.1:%d"}
        notifications:
          %s"""
        .formatted(port, debugPort, webhooks.yaml());
  }

  @Override
  public URI uri() {
    return registry.uri();
  }

  @Override
  public ProcessHandle process() {
    return registry.handle();
  }

  @Override
  public long pending() throws IOException, InterruptedException {
    JsonNode endpoints = variables().at("/registry/notifications/endpoints");
    return StreamSupport.stream(endpoints.spliterator(), false)
        .mapToLong(endpoint -> endpoint.at("/Metrics/Pending").asLong())
        .sum();
  }

  @Override
  public Allocated allocated() throws IOException, InterruptedException {
    return new Allocated(Map.of(0L, variables().at("/memstats/TotalAlloc").asLong()));
  }

  @Override
  public OptionalLong liveHeap() {
    return OptionalLong.empty();
  }

  @Override
  public void close() {
    kill();
  }

  private JsonNode variables() throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(variables).build();
    return json.readTree(http.send(request, BodyHandlers.ofByteArray()).body());
  }
}
