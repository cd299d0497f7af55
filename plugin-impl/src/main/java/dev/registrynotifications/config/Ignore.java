package dev.registrynotifications.config;

import java.util.Set;

/**
 * What an endpoint isn't sent.
 *
 * @param mediaTypes targets of these media types
 * @param actions these actions, by their words on the wire
 */
public record Ignore(Set<String> mediaTypes, Set<String> actions) {

  /** Copies both sets. */
  public Ignore {
    mediaTypes = Set.copyOf(mediaTypes);
    actions = Set.copyOf(actions);
  }
}
