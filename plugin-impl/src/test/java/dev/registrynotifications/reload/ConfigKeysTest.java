package dev.registrynotifications.reload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.config.ContainerConfig;
import dev.registrynotifications.config.EndpointConfig;
import dev.registrynotifications.config.EndpointConfigBuilder;
import dev.registrynotifications.config.FilterConfig;
import dev.registrynotifications.config.JournalConfig;
import dev.registrynotifications.config.NotificationsConfig;
import dev.registrynotifications.config.Selection;
import dev.registrynotifications.config.StartFrom;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfigKeysTest {

  @Test
  void namesNoKeyOfEndpointsThatAreAlike() {
    assertThat(ConfigKeys.OF_ENDPOINT.differing(endpoint().build(), endpoint().build())).isEmpty();
  }

  @Test
  void namesTheKeysInWhichEndpointsDifferAndNothingElse() {
    EndpointConfig before = endpoint().headers(Map.of("X", List.of("secret"))).build();
    EndpointConfig after =
        EndpointConfig.to("ci", URI.create("http://other.example.com/"))
            .headers(Map.of("X", List.of("other secret")))
            .filter(new FilterConfig(Selection.NONE, Selection.NONE, false))
            .concurrency(3)
            .startFrom(StartFrom.EARLIEST)
            .build();

    assertThat(ConfigKeys.OF_ENDPOINT.differing(before, after))
        .containsExactly("url", "headers", "concurrency", "pulls", "startFrom");
  }

  @Test
  void namesTheKeysThatCountFromTheNextStart() {
    NotificationsConfig before = config(false, ContainerConfig.DEFAULT, Duration.ofSeconds(1));
    NotificationsConfig after =
        config(
            true,
            new ContainerConfig(List.of("/hub"), Optional.of("X-User")),
            Duration.ofSeconds(2));

    assertThat(ConfigKeys.AT_START.differing(before, after))
        .containsExactly(
            "notifications.events.includereferences",
            "notifications.servletContexts",
            "notifications.actorHeader");
  }

  private static EndpointConfigBuilder endpoint() {
    return EndpointConfig.to("ci", URI.create("http://ci.example.com/"));
  }

  private static NotificationsConfig config(
      boolean references, ContainerConfig container, Duration shutdownTimeout) {
    return new NotificationsConfig(
        true, references, JournalConfig.inMemory(), shutdownTimeout, container, List.of());
  }
}
