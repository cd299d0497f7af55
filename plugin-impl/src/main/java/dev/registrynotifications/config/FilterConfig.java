package dev.registrynotifications.config;

import static java.util.Objects.requireNonNull;

/**
 * What an endpoint is sent.
 *
 * @param include an event must be among these in every respect of which something is said
 * @param ignore an event must not be among these in any respect; wins
 * @param headPulls whether a HEAD request passes for a pull, as in the original
 */
public record FilterConfig(Selection include, Selection ignore, boolean headPulls) {

  /** Everything, as the original does it. */
  public static final FilterConfig EVERYTHING =
      new FilterConfig(Selection.NONE, Selection.NONE, true);

  /** Nothing may be missing. */
  public FilterConfig {
    requireNonNull(include, "include");
    requireNonNull(ignore, "ignore");
  }
}
