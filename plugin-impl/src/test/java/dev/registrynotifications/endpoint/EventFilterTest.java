package dev.registrynotifications.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.config.Ignore;
import dev.registrynotifications.event.Action;
import dev.registrynotifications.journal.EventKey;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EventFilterTest {

  private static final EventKey BLOB_PUSH = new EventKey(Action.PUSH, "blob", "a", "");
  private static final EventKey MANIFEST_PUSH = new EventKey(Action.PUSH, "manifest", "a", "v1");
  private static final EventKey MANIFEST_PULL = new EventKey(Action.PULL, "manifest", "a", "v1");

  @Test
  void letsEverythingThroughByDefault() {
    EventFilter filter = new EventFilter(new Ignore(Set.of(), Set.of()));

    assertThat(filter.matches(BLOB_PUSH)).isTrue();
  }

  @Test
  void ignoresMediaTypes() {
    EventFilter filter = new EventFilter(new Ignore(Set.of("blob"), Set.of()));

    assertThat(filter.matches(BLOB_PUSH)).isFalse();
    assertThat(filter.matches(MANIFEST_PUSH)).isTrue();
  }

  @Test
  void ignoresActionsEvenWithoutMediaTypes() {
    EventFilter filter = new EventFilter(new Ignore(Set.of(), Set.of("pull")));

    assertThat(filter.matches(MANIFEST_PULL)).isFalse();
    assertThat(filter.matches(MANIFEST_PUSH)).isTrue();
  }
}
