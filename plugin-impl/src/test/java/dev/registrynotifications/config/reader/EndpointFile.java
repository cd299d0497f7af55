package dev.registrynotifications.config.reader;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.registrynotifications.config.EndpointConfig;
import dev.registrynotifications.plugin.PluginException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A configuration file with one endpoint, whose keys stand in line 5 and below, in column 7. */
record EndpointFile(Path directory, Map<String, String> environment) {

  private static final String HEAD =
      """
      notifications:
        enabled: true
        endpoints:
          - name: ci
      """;

  EndpointFile(Path directory) {
    this(directory, Map.of());
  }

  /** Reads an endpoint with these keys, and with a URL if there is none among them. */
  EndpointConfig read(String keys) {
    return new ConfigReader(environment, null).read(write(keys)).endpoints().get(0);
  }

  /** What is wrong with them: {@code line:column: key …}, without the endpoint's own path. */
  List<String> mistakes(String keys) {
    Path file = write(keys);
    PluginException failure =
        catchThrowableOfType(
            PluginException.class, () -> new ConfigReader(environment, null).read(file));
    return requireNonNull(failure.getMessage())
        .lines()
        .skip(1)
        .map(line -> line.replaceFirst("^ +\\d+\\. ", ""))
        .map(line -> line.replace(file + ":", ""))
        .map(line -> line.replace("notifications.endpoints[0].", ""))
        .toList();
  }

  private Path write(String keys) {
    String all = keys.contains("url:") ? keys : keys + "\nurl: http://ci.example.com/";
    try {
      return Files.writeString(directory.resolve("config.yml"), HEAD + all.indent(6));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
