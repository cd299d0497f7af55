package dev.registrynotifications.audience;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Receivers, and the configuration by which a registry notifies all of them.
 *
 * <p>Rejected: one server with a path for each program. What one program holds up would take
 * threads from all.
 */
public final class Audience implements AutoCloseable {

  private final Map<String, ProgramServer> receivers = new LinkedHashMap<>();
  private final List<String> endpoints = new ArrayList<>();

  /**
   * Puts one more there, under a name of its own.
   *
   * @param keys keys of its endpoint, as in {@code mediaType: json}
   */
  public Audience with(String name, ProgramServer receiver, String... keys) {
    receivers.put(name, receiver);
    endpoints.add(endpoint(name, receiver.url(), keys));
    return this;
  }

  /** Starts a receiver that runs a program, and puts it there. */
  public Audience with(String name, Program program, String... keys) {
    return with(name, ProgramServer.start(program), keys);
  }

  /** An endpoint that even a slow machine answers in time. */
  public static String endpoint(String name, String url, String... keys) {
    return "{name: %s, url: \"%s\", timeout: 5m, %s}".formatted(name, url, String.join(", ", keys));
  }

  /**
   * The whole configuration.
   *
   * @param settings keys beside the endpoints, each on a line, as in {@code shutdownTimeout: 1s}
   */
  public String configuration(String... settings) {
    return configuration(endpoints, settings);
  }

  /** The configuration of other endpoints. */
  public static String configuration(List<String> endpoints, String... settings) {
    return """
        notifications:
          enabled: true
          %s
          endpoints:
            - %s
        """
        .formatted(String.join("\n  ", settings), String.join("\n    - ", endpoints));
  }

  /** What the receiver of that name has got so far. */
  public Ledger of(String name) {
    return requireNonNull(receivers.get(name), name).ledger();
  }

  @Override
  public void close() {
    receivers.values().forEach(ProgramServer::close);
  }
}
