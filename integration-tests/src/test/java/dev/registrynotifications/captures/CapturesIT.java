package dev.registrynotifications.captures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.peers.HostRegistry;
import dev.registrynotifications.peers.RegistryUnderTest;
import dev.registrynotifications.peers.Subscription;
import dev.registrynotifications.receiver.ReceivedPost;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

/** Our registry, with the plugin, does what the original did, but for what we do otherwise. */
class CapturesIT extends CapturesContract {

  private static final int TIME_ORDERED = 7;

  @Override
  CaptureSuite suite() {
    return CaptureSuite.EVENTS;
  }

  @Override
  RegistryUnderTest start(Path work, Subscription subscription) throws Exception {
    return HostRegistry.start(work, subscription);
  }

  @Override
  Outcome expected(String name, CaptureIndex captures) {
    return IntendedDifference.expected(name, captures, IntendedDifference.OF_OUR_REGISTRY);
  }

  /** Our ids are ordered by time, our timestamps in UTC, and our client another. */
  @Override
  void check(ReceivedPost post) {
    assertThat(UUID.fromString(body(post).id()).version()).isEqualTo(TIME_ORDERED);
    assertThat(body(post).timestamp()).endsWith("Z").doesNotContainPattern("\\.\\d*0Z$|\\.Z$");
    assertThat(Instant.parse(body(post).timestamp())).isBeforeOrEqualTo(post.arrived());
    assertThat(post.header("Content-Type"))
        .contains("application/vnd.docker.distribution.events.v1+json");
    assertThat(post.header("User-Agent").orElseThrow()).startsWith("registry-notifications/");
    assertThat(post.header("Accept-Encoding")).isEmpty();
  }
}
