package dev.registrynotifications.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.config.FilterConfig;
import dev.registrynotifications.config.Selection;
import dev.registrynotifications.event.Action;
import dev.registrynotifications.journal.EventKey;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EventFilterTest {

  private static final EventKey BLOB_PUSH = new EventKey(Action.PUSH, "blob", "a", "");
  private static final EventKey MANIFEST_PUSH = new EventKey(Action.PUSH, "manifest", "a", "v1");
  private static final EventKey MANIFEST_PULL = new EventKey(Action.PULL, "manifest", "a", "v1");

  @Test
  void letsEverythingThroughByDefault() {
    EventFilter filter = new EventFilter(FilterConfig.EVERYTHING);

    assertThat(filter.matches(BLOB_PUSH)).isTrue();
  }

  @Test
  void ignoresMediaTypes() {
    EventFilter filter = new EventFilter(ignoring(Set.of(), Set.of("blob")));

    assertThat(filter.matches(BLOB_PUSH)).isFalse();
    assertThat(filter.matches(MANIFEST_PUSH)).isTrue();
  }

  @Test
  void ignoresActionsEvenWithoutMediaTypes() {
    EventFilter filter = new EventFilter(ignoring(Set.of("pull"), Set.of()));

    assertThat(filter.matches(MANIFEST_PULL)).isFalse();
    assertThat(filter.matches(MANIFEST_PUSH)).isTrue();
  }

  private static FilterConfig ignoring(Set<String> actions, Set<String> mediaTypes) {
    Selection ignored = new Selection(actions, mediaTypes, List.of(), List.of());
    return new FilterConfig(Selection.NONE, ignored, true);
  }
}
