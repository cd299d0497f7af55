package dev.registrynotifications.observe;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What a filter must be told.
 *
 * @param actorHeader names the header in which a proxy tells the user; null if none is trusted
 * @param upstream the root of the registry that is asked for sizes which no answer told, ending in
 *     a slash; null if none is asked
 * @param userAgent how it is asked
 */
public record ObserverSettings(
    @Nullable String actorHeader, @Nullable URI upstream, String userAgent) {

  /** Checks the URL. */
  public ObserverSettings {
    requireNonNull(userAgent, "userAgent");
    if (upstream != null && !upstream.toString().endsWith("/")) {
      throw new IllegalArgumentException("not a URL with a slash at its end: " + upstream);
    }
  }
}
