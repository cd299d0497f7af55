package dev.registrynotifications.host.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.host.servlet.RawExchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayPluginsTest {

  /** A filter that adds a header with all that its initializer was told. */
  private static final String TELLING =
      """
      String told = context.getInitParameter("registry.notifications.config")
          + " " + context.getInitParameter("registry.notifications.upstream")
          + " " + (Thread.currentThread().getContextClassLoader() == getClass().getClassLoader());
      FilterRegistration.Dynamic filter = context.addFilter("telling", new HttpFilter() {
        protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws java.io.IOException, ServletException {
          response.setHeader("X-Told", told);
          chain.doFilter(request, response);
        }
      });
      filter.setAsyncSupported(true);
      filter.addMappingForUrlPatterns(null, false, "/*");
      """;

  @TempDir private Path directory;
  @TempDir private Path work;

  @Test
  void callsInitializersOfJars() throws Exception {
    Path configuration = work.resolve("config.yml");
    InitializerSource.pack(TELLING, directory.resolve("plugin.jar"), work);

    try (GatewayPlugins plugins = GatewayPlugins.open(directory);
        RawUpstream upstream = upstream()) {
      String answer = answer(plugins, upstream, Optional.of(configuration));

      assertThat(plugins.problems()).isEmpty();
      assertThat(answer)
          .contains(
              "\r\nX-Told: " + configuration + " " + upstream.upstream().root() + " true\r\n");
    }
  }

  @Test
  void givesTheConfigurationsAbsolutePath() throws Exception {
    InitializerSource.pack(TELLING, directory.resolve("plugin.jar"), work);

    try (GatewayPlugins plugins = GatewayPlugins.open(directory);
        RawUpstream upstream = upstream()) {
      String answer = answer(plugins, upstream, Optional.of(Path.of("config.yml")));

      assertThat(answer).contains("\r\nX-Told: " + Path.of("config.yml").toAbsolutePath() + " ");
    }
  }

  @Test
  void passesOnWithoutPluginsThatFail() throws Exception {
    Path broken = Files.writeString(directory.resolve("a.jar"), "no jar");
    Path empty = directory.resolve("b.jar");
    new JarOutputStream(Files.newOutputStream(empty)).close();
    Path failing = directory.resolve("c.jar");
    InitializerSource.pack("throw new IllegalStateException(\"no\");", failing, work);

    try (GatewayPlugins plugins = GatewayPlugins.open(directory);
        RawUpstream upstream = upstream()) {
      String answer = answer(plugins, upstream, Optional.empty());

      assertThat(answer).startsWith("HTTP/1.1 202 ");
      assertThat(plugins.problems()).hasSize(3);
      assertThat(plugins.problems().get(0))
          .startsWith("Could not load plugin " + broken + ": it can't be read as a jar");
      assertThat(plugins.problems().get(1))
          .isEqualTo(
              "Could not load plugin "
                  + empty
                  + ": its META-INF/services names no jakarta.servlet.ServletContainerInitializer");
      assertThat(plugins.problems().get(2))
          .isEqualTo(
              "Could not start a plugin of " + failing + ": java.lang.IllegalStateException: no");
    }
  }

  private static RawUpstream upstream() throws IOException {
    return RawUpstream.answering("HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n");
  }

  private static String answer(
      GatewayPlugins plugins, RawUpstream upstream, Optional<Path> configuration)
      throws IOException {
    try (Gateway gateway = Gateway.bind("127.0.0.1", 0)) {
      gateway.start(upstream.upstream(), plugins, configuration);
      return RawExchange.send(
          gateway.uri(), "GET /v2/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    }
  }
}
