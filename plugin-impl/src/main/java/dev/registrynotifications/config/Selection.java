package dev.registrynotifications.config;

import java.util.List;
import java.util.Set;

/**
 * Which events are meant. What it says nothing about doesn't matter.
 *
 * @param actions these actions, by their words on the wire
 * @param mediaTypes targets of these media types
 * @param repositories repositories of these names
 * @param tags these tags
 */
public record Selection(
    Set<String> actions, Set<String> mediaTypes, List<Glob> repositories, List<Glob> tags) {

  /** Says nothing. */
  public static final Selection NONE = new Selection(Set.of(), Set.of(), List.of(), List.of());

  /** Copies all of it. */
  public Selection {
    actions = Set.copyOf(actions);
    mediaTypes = Set.copyOf(mediaTypes);
    repositories = List.copyOf(repositories);
    tags = List.copyOf(tags);
  }
}
