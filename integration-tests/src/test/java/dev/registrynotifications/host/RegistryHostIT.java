package dev.registrynotifications.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryHostIT {

  private static final HostLauncher HOST = new HostLauncher(jar("hostJar"));

  @TempDir private Path directory;

  @Test
  void servesAndStopsInOrder() throws Exception {
    try (HostProcess host = HOST.start()) {
      assertThat(statusOf(host)).isEqualTo(200);

      assertThat(host.stop()).isEqualTo(143);
      assertThat(host.output())
          .containsExactly("listening on " + host.baseUri().toString().replaceFirst("/$", ""));
    }
  }

  @Test
  void passesOnAndStopsInOrderAsGateway() throws Exception {
    try (HostProcess registry = HOST.start();
        HostProcess gateway = HOST.with("--upstream", registry.baseUri().toString()).start()) {
      assertThat(statusOf(gateway)).isEqualTo(200);

      assertThat(gateway.stop()).isEqualTo(143);
      assertThat(gateway.output())
          .containsExactly("listening on " + gateway.baseUri().toString().replaceFirst("/$", ""));
    }
  }

  @Test
  void tellsWhyItCannotStart() throws Exception {
    try (HostProcess host = HOST.start()) {
      String port = String.valueOf(host.baseUri().getPort());

      assertThatThrownBy(() -> HOST.with("--port", port).start())
          .isInstanceOf(IOException.class)
          .hasMessageContaining("registry-host: Could not listen on 127.0.0.1:" + port);
    }
  }

  @Test
  void runsWithThePluginThatNothingSwitchesOn() throws Exception {
    Files.copy(jar("pluginJar"), directory.resolve("plugin.jar"));

    try (HostProcess host = HOST.with("--plugins", directory.toString()).start()) {
      assertThat(statusOf(host)).isEqualTo(200);
      assertThat(host.stop()).isEqualTo(143);
      assertThat(host.output()).noneMatch(line -> line.startsWith("plugin problem"));
    }
  }

  private static int statusOf(HostProcess host) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(host.baseUri().resolve("v2/")).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
  }

  private static Path jar(String property) {
    return Path.of(System.getProperty(property, property + " is not set"));
  }
}
