package dev.registrynotifications.reload;

import dev.registrynotifications.config.EndpointConfig;
import dev.registrynotifications.config.NotificationsConfig;
import java.util.List;
import java.util.function.Function;

/** Keys of the configuration file, for people who want to know which of them differ. */
final class ConfigKeys<T> {

  /** Those that count from the next start. */
  static final ConfigKeys<NotificationsConfig> AT_START =
      new ConfigKeys<>(
          List.of(
              start("events.includereferences", c -> c.includeReferences()),
              start("journal.type", c -> c.journal().type()),
              start("journal.path", c -> c.journal().path()),
              start("journal.maxBytes", c -> c.journal().maxBytes()),
              start("journal.retention", c -> c.journal().retention()),
              start("journal.fsync", c -> c.journal().fsync()),
              start("journal.bufferEvents", c -> c.journal().bufferEvents()),
              start("servletContexts", c -> c.container().contexts()),
              start("actorHeader", c -> c.container().actorHeader())));

  /** Those of an endpoint, all of which count at once. */
  static final ConfigKeys<EndpointConfig> OF_ENDPOINT =
      new ConfigKeys<>(
          List.of(
              endpoint("url", e -> List.of(e.url(), e.secretPath())),
              endpoint("headers", e -> e.headers()),
              endpoint("secrets", e -> e.signing().secrets()),
              endpoint("hexSignature", e -> e.signing().hexSignature()),
              endpoint("mediaType", e -> e.format()),
              endpoint("timeout", e -> e.transport().timeout()),
              endpoint("tls", e -> e.transport().tls()),
              endpoint("threshold", e -> e.retry().threshold()),
              endpoint("backoff", e -> e.retry().backoff()),
              endpoint("multiplier", e -> e.retry().multiplier()),
              endpoint("maxBackoff", e -> e.retry().maxBackoff()),
              endpoint("rejectAfter", e -> e.retry().rejectAfter()),
              endpoint("maxAttempts", e -> e.retry().maxAttempts()),
              endpoint("giveUpAfter", e -> e.retry().giveUpAfter()),
              endpoint("concurrency", e -> e.concurrency()),
              endpoint("batch", e -> e.batch()),
              endpoint("include", e -> e.filter().include()),
              endpoint("ignore", e -> e.filter().ignore()),
              endpoint("pulls", e -> e.filter().headPulls()),
              endpoint("proxy", e -> e.transport().proxy()),
              endpoint("requireHttps", e -> e.transport().safety().requireHttps()),
              endpoint("allowedHosts", e -> e.transport().safety().allowedHosts()),
              endpoint("private", e -> e.transport().safety().denyPrivate()),
              endpoint("startFrom", e -> e.startFrom())));

  private final List<Key<T>> keys;

  private ConfigKeys(List<Key<T>> keys) {
    this.keys = keys;
  }

  private record Key<T>(String name, Function<T, Object> value) {

    boolean differs(T one, T other) {
      return !value.apply(one).equals(value.apply(other));
    }
  }

  private static Key<NotificationsConfig> start(
      String name, Function<NotificationsConfig, Object> value) {
    return new Key<>("notifications." + name, value);
  }

  private static Key<EndpointConfig> endpoint(String name, Function<EndpointConfig, Object> value) {
    return new Key<>(name, value);
  }

  /** The names of those that differ, in the order of the documentation. */
  List<String> differing(T one, T other) {
    return keys.stream().filter(key -> key.differs(one, other)).map(Key::name).toList();
  }
}
