package dev.registrynotifications.config;

import static java.util.Objects.requireNonNull;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * How an endpoint is known, and how it knows us.
 *
 * <p>It holds what the files said, not their paths: a wrong file is a mistake in the configuration
 * like any other, and is found with them. A file that is renewed makes another configuration.
 *
 * @param authorities trusted instead of the JVM's; empty for the JVM's
 * @param identity what we show to an endpoint that asks
 * @param minimumVersion what is spoken at the least
 * @param skipVerify whether anybody is taken for the endpoint
 */
public record TlsConfig(
    List<X509Certificate> authorities,
    Optional<Identity> identity,
    Version minimumVersion,
    boolean skipVerify) {

  /** What the JVM trusts, and TLS 1.2 at the least. */
  public static final TlsConfig DEFAULT =
      new TlsConfig(List.of(), Optional.empty(), Version.TLS_1_2, false);

  /** Copies the authorities. */
  public TlsConfig {
    authorities = List.copyOf(authorities);
    requireNonNull(identity, "identity");
    requireNonNull(minimumVersion, "minimumVersion");
  }

  /**
   * A certificate and its key. Its text form doesn't show the key.
   *
   * @param chain our own certificate, followed by those that lead to an authority
   * @param key the private key of the first one
   */
  public record Identity(List<X509Certificate> chain, PrivateKey key) {

    /** Copies the chain. */
    public Identity {
      chain = List.copyOf(chain);
      requireNonNull(key, "key");
      if (chain.isEmpty()) {
        throw new IllegalArgumentException("chain must have a certificate");
      }
    }

    @Override
    public String toString() {
      return "identity of " + chain.get(0).getSubjectX500Principal();
    }
  }

  /** A version of TLS. */
  public enum Version {
    /** RFC 5246. */
    TLS_1_2("1.2"),
    /** RFC 8446. */
    TLS_1_3("1.3");

    private final String number;

    Version(String number) {
      this.number = number;
    }

    /** As people write it. */
    public String number() {
      return number;
    }
  }
}
