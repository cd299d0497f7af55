package dev.registrynotifications.config;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How an endpoint is known, and how it knows us.
 *
 * @param ca certificates of authorities (PEM) that are trusted instead of the JVM's
 * @param identity what we show to an endpoint that asks
 * @param minimumVersion what is spoken at the least
 * @param skipVerify whether anybody is taken for the endpoint
 */
public record TlsConfig(
    Optional<Path> ca, Optional<Identity> identity, Version minimumVersion, boolean skipVerify) {

  /** What the JVM trusts, and TLS 1.2 at the least. */
  public static final TlsConfig DEFAULT =
      new TlsConfig(Optional.empty(), Optional.empty(), Version.TLS_1_2, false);

  /** Nothing may be missing. */
  public TlsConfig {
    requireNonNull(ca, "ca");
    requireNonNull(identity, "identity");
    requireNonNull(minimumVersion, "minimumVersion");
  }

  /**
   * A certificate and its key.
   *
   * @param certificate the chain (PEM), our own certificate first
   * @param key its private key (PEM)
   */
  public record Identity(Path certificate, Path key) {}

  /** A version of TLS. */
  public enum Version {
    /** RFC 5246. */
    TLS_1_2,
    /** RFC 8446. */
    TLS_1_3
  }
}
