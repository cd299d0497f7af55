package dev.registrynotifications.config;

import dev.registrynotifications.config.YamlValue.Entry;
import dev.registrynotifications.config.YamlValue.Scalar;
import dev.registrynotifications.event.Action;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code notifications.endpoints}: distribution's keys, with its defaults and meanings, and a
 * few of our own.
 */
final class EndpointReader {

  private static final int MAX_PORT = 65_535;
  private static final URI ANYWHERE = URI.create("http://localhost/");
  private static final Set<String> ACTIONS =
      Set.copyOf(Arrays.stream(Action.values()).map(Action::word).toList());

  private final Map<String, Place> placeByName = new HashMap<>();
  private final Path directory;

  /**
   * Reads for a configuration that lies somewhere.
   *
   * @param directory where relative paths begin
   */
  EndpointReader(Path directory) {
    this.directory = directory;
  }

  /** The endpoints that aren't disabled; mistakes in disabled ones are found, too. */
  List<EndpointConfig> read(List<MappingReader> readers) {
    List<EndpointConfig> endpoints = new ArrayList<>();
    for (MappingReader reader : readers) {
      boolean disabled = reader.bool("disabled", false);
      EndpointConfig endpoint = readOne(reader);
      if (!disabled) {
        endpoints.add(endpoint);
      }
    }
    return endpoints;
  }

  private EndpointConfig readOne(MappingReader reader) {
    EndpointConfig endpoint =
        EndpointConfig.to(name(reader), url(reader))
            .headers(headers(reader.mapping("headers")))
            .filter(new FilterConfig(Selection.NONE, ignore(reader), true))
            .retry(retry(reader))
            .transport(transport(reader))
            .startFrom(reader.oneOf("startFrom", StartFrom.LATEST))
            .build();
    reader.rejectUnknownKeys();
    return endpoint;
  }

  private static RetryConfig retry(MappingReader reader) {
    RetryConfig byDefault = RetryConfig.DEFAULT;
    Duration backoff = reader.duration("backoff", byDefault.backoff());
    Duration maxBackoff = byDefault.maxBackoff();
    return new RetryConfig(
        reader.positive("threshold", byDefault.threshold()),
        backoff,
        byDefault.multiplier(),
        maxBackoff.compareTo(backoff) < 0 ? backoff : maxBackoff,
        byDefault.rejectAfter(),
        byDefault.maxAttempts(),
        byDefault.giveUpAfter());
  }

  private TransportConfig transport(MappingReader reader) {
    TransportConfig byDefault = TransportConfig.DEFAULT;
    return new TransportConfig(
        reader.duration("timeout", byDefault.timeout()),
        new TlsReader(directory).read(reader.mapping("tls")),
        byDefault.proxy(),
        byDefault.safety());
  }

  private String name(MappingReader reader) {
    Optional<Scalar> name = reader.scalar("name").filter(scalar -> !scalar.text().isBlank());
    if (name.isEmpty()) {
      reader.problem(reader.place(), "name", "is missing; each endpoint needs one of its own");
      return "";
    }
    Place first = placeByName.putIfAbsent(name.get().text(), name.get().place());
    if (first != null) {
      reader.problem(
          name.get().place(),
          "name",
          "\"" + name.get().text() + "\" is taken by the endpoint at " + first);
    }
    return name.get().text();
  }

  /** The URL may hold a password, so that messages never quote it. */
  private static URI url(MappingReader reader) {
    Optional<Scalar> url = reader.scalar("url");
    if (url.isEmpty()) {
      reader.problem(reader.place(), "url", "is missing");
      return ANYWHERE;
    }
    try {
      URI uri = new URI(url.get().text());
      if (isHttp(uri)) {
        return uri;
      }
      reader.problem(
          url.get().place(),
          "url",
          "must be http://HOST[:PORT]/… or https://HOST[:PORT]/…, with a port from 1 to 65535");
    } catch (URISyntaxException e) {
      String where = e.getIndex() < 0 ? "" : " at its character " + (e.getIndex() + 1);
      reader.problem(url.get().place(), "url", "is no URL: " + e.getReason() + where);
    }
    return ANYWHERE;
  }

  private static boolean isHttp(URI uri) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    return (scheme.equals("http") || scheme.equals("https"))
        && uri.getHost() != null
        && uri.getPort() != 0
        && uri.getPort() <= MAX_PORT;
  }

  private static Map<String, List<String>> headers(MappingReader reader) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (Entry entry : reader.entries()) {
      List<String> values = reader.texts(entry.key());
      if (!isHeader(entry.key(), "x")) {
        reader.problem(
            entry.place(),
            entry.key(),
            "can't be sent: it is no header name, or the HTTP client sets it itself");
      } else if (!values.stream().allMatch(value -> isHeader(entry.key(), value))) {
        reader.problem(
            entry.place(), entry.key(), "has a value with characters that no header may have");
      } else {
        headers.put(entry.key(), List.copyOf(values));
      }
    }
    return headers;
  }

  /** Asks the client that will send it, which has rules of its own beyond RFC 9110. */
  private static boolean isHeader(String name, String value) {
    try {
      HttpRequest.newBuilder(ANYWHERE).header(name, value);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Selection ignore(MappingReader reader) {
    MappingReader ignore = reader.mapping("ignore");
    Set<String> mediaTypes = new HashSet<>(ignore.texts("mediatypes"));
    mediaTypes.addAll(reader.texts("ignoredmediatypes"));
    List<String> actions = ignore.texts("actions");
    for (String action : actions) {
      if (!ACTIONS.contains(action)) {
        ignore.problem(
            ignore.value("actions").orElseThrow().place(),
            "actions",
            "has \"" + action + "\", which is none of push, pull, mount, delete");
      }
    }
    ignore.rejectUnknownKeys();
    return new Selection(Set.copyOf(actions), mediaTypes, List.of(), List.of());
  }
}
