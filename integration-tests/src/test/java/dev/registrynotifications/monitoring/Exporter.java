package dev.registrynotifications.monitoring;

import static dev.registrynotifications.Patience.DEADLINE;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** The Prometheus JMX exporter in another JVM, as the shipped rules configure it. */
final class Exporter {

  private final HttpClient http = HttpClient.newBuilder().version(Version.HTTP_1_1).build();
  private final int port;

  /** The one that listens on that port of 127.0.0.1. */
  Exporter(int port) {
    this.port = port;
  }

  /** The option by which a JVM gets it. */
  String jvmOption() {
    return "-javaagent:%s=127.0.0.1:%d:%s"
        .formatted(
            MonitoringFiles.exporterJar(), port, MonitoringFiles.path(MonitoringFiles.EXPORTER));
  }

  /** Scrapes it as Prometheus does. */
  Scrape scrape() throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + port + "/metrics");
    HttpResponse<String> response =
        http.send(HttpRequest.newBuilder(uri).timeout(DEADLINE).build(), BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException("Could not scrape " + uri + ": it answered " + response.statusCode());
    }
    return ScrapeReader.read(response.body());
  }
}
