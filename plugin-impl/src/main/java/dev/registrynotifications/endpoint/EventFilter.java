package dev.registrynotifications.endpoint;

import dev.registrynotifications.config.FilterConfig;
import dev.registrynotifications.config.Glob;
import dev.registrynotifications.config.Selection;
import dev.registrynotifications.event.Action;
import dev.registrynotifications.journal.EventKey;
import java.util.List;

/**
 * Decides whether an event is for an endpoint: included in every respect of which something is
 * said, and ignored in none. An event without a tag or a media type isn't among any: deletes have
 * no media type, so that an endpoint that includes some gets no deletes.
 *
 * <p>Asked on the registry's request thread for each event and each endpoint, so that nothing is
 * allocated but for what a glob needs. One predicate put together from the configuration was
 * rejected: it is no faster and can't be read in one place.
 */
record EventFilter(FilterConfig config) {

  boolean matches(EventKey key) {
    return (config.headPulls() || !isHeadPull(key))
        && includes(config.include(), key)
        && !ignores(config.ignore(), key);
  }

  private static boolean isHeadPull(EventKey key) {
    return key.head() && key.action() == Action.PULL;
  }

  private static boolean includes(Selection include, EventKey key) {
    return (include.actions().isEmpty() || include.actions().contains(key.action().word()))
        && (include.mediaTypes().isEmpty() || include.mediaTypes().contains(key.mediaType()))
        && (include.repositories().isEmpty() || any(include.repositories(), key.repository()))
        && (include.tags().isEmpty() || any(include.tags(), key.tag()));
  }

  private static boolean ignores(Selection ignore, EventKey key) {
    return ignore.actions().contains(key.action().word())
        || ignore.mediaTypes().contains(key.mediaType())
        || any(ignore.repositories(), key.repository())
        || any(ignore.tags(), key.tag());
  }

  /** By index: an iterator would be allocated for nothing, most lists being empty. */
  private static boolean any(List<Glob> globs, String name) {
    for (int i = 0; i < globs.size(); i++) {
      if (globs.get(i).matches(name)) {
        return true;
      }
    }
    return false;
  }
}
