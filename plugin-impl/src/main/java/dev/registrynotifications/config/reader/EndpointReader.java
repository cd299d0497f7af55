package dev.registrynotifications.config.reader;

import dev.registrynotifications.config.EndpointConfig;
import dev.registrynotifications.config.EventFormat;
import dev.registrynotifications.config.SigningConfig;
import dev.registrynotifications.config.StartFrom;
import dev.registrynotifications.config.TransportConfig;
import dev.registrynotifications.config.reader.UrlReader.Url;
import dev.registrynotifications.config.yaml.MappingReader;
import dev.registrynotifications.config.yaml.Place;
import dev.registrynotifications.config.yaml.Problems;
import dev.registrynotifications.config.yaml.YamlValue.Scalar;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code notifications.endpoints}: distribution's keys, with its defaults and meanings, and
 * those of our own. Each part has a reader of its own.
 */
final class EndpointReader {

  /** Each request under way costs a thread and a connection. */
  private static final int MAX_CONCURRENCY = 256;

  private final Map<String, Place> placeByName = new HashMap<>();
  private final UrlReader urls;
  private final HeadersReader headers;
  private final TransportReader transports;
  private final SigningReader signings;

  /**
   * Reads for a configuration that lies somewhere.
   *
   * @param directory where relative names of files begin
   * @param environment the process's environment variables
   */
  EndpointReader(Path directory, SmallFiles files, Map<String, String> environment) {
    Interpolation interpolation = new Interpolation(environment, directory, files);
    this.urls = new UrlReader(interpolation);
    this.headers = new HeadersReader(interpolation);
    this.transports = new TransportReader(directory, files, interpolation);
    this.signings = new SigningReader(interpolation);
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
    String name = name(reader);
    TransportConfig transport = transports.read(reader);
    SigningConfig signing = signings.read(reader);
    Url url = urls.read(reader, transport.safety());
    EndpointConfig endpoint =
        EndpointConfig.to(name, url.uri())
            .secretPath(url.hasSecret())
            .headers(headers.read(reader.mapping("headers"), !signing.secrets().isEmpty()))
            .format(reader.oneOf("mediaType", EventFormat.V1))
            .filter(FilterReader.read(reader))
            .batch(BatchReader.read(reader))
            .concurrency(reader.positive("concurrency", 1, MAX_CONCURRENCY))
            .retry(RetryReader.read(reader))
            .transport(transport)
            .signing(signing)
            .startFrom(reader.oneOf("startFrom", StartFrom.LATEST))
            .build();
    reader.rejectUnknownKeys();
    return endpoint;
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
          Problems.quoted(name.get().text()) + " is taken by the endpoint at " + first);
    }
    return name.get().text();
  }
}
