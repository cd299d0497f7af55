package dev.registrynotifications.peers;

import java.net.URI;

/**
 * Which webhooks a server sends: distribution's {@code notifications} block.
 *
 * @param receiver where it posts them
 * @param includeReferences whether the events tell what manifests point at
 */
public record Subscription(URI receiver, boolean includeReferences) {

  /** Events without references, as by default. */
  public static Subscription to(URI receiver) {
    return new Subscription(receiver, false);
  }

  /** The same, with references. */
  public Subscription withReferences() {
    return new Subscription(receiver, true);
  }

  /** The block for a configuration file; {@code enabled} is ours, distribution ignores it. */
  public String yaml() {
    return """
        notifications:
          enabled: true
          events:
            includereferences: %s
          endpoints:
            - name: receiver
              url: %s
              timeout: 60s
              threshold: 3
              backoff: 1s
        """
        .formatted(includeReferences, receiver);
  }
}
