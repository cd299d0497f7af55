package dev.registrynotifications.event;

import java.util.Locale;

/** What a client did to a repository. */
public enum Action {
  /** Content was read. */
  PULL,
  /** Content was stored. */
  PUSH,
  /** A blob was made available from another repository. */
  MOUNT,
  /** Content, a tag or a repository was removed. */
  DELETE,
  /**
   * Nothing: an operator wants to see whether an event arrives. No host causes one, and no filter
   * asks for it.
   */
  PING;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** The word that stands for the action on the wire and in the configuration: lower case. */
  public String word() {
    return word;
  }
}
