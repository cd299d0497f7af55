package dev.registrynotifications.peers;

import java.net.URI;

/** A registry that runs, in a process of its own, and posts its events to a subscriber. */
public interface RegistryUnderTest extends AutoCloseable {

  /** Its root, ending in a slash. */
  URI uri();

  /** Its address as image references have it. */
  default String hostAndPort() {
    return uri().getAuthority();
  }

  /** Stops it. */
  @Override
  void close();
}
