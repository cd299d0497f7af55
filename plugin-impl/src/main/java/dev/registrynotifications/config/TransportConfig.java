package dev.registrynotifications.config;

import static java.util.Objects.requireNonNull;

import com.google.common.base.CharMatcher;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * How requests get to an endpoint.
 *
 * @param timeout for connecting, and again for the answer
 * @param tls for https
 * @param proxy the way there
 * @param safety where they may go at all
 */
public record TransportConfig(Duration timeout, TlsConfig tls, Proxy proxy, Safety safety) {

  /** A second, and any way and place. */
  public static final TransportConfig DEFAULT =
      new TransportConfig(
          Duration.ofSeconds(1), TlsConfig.DEFAULT, new Proxy.OfJvm(), Safety.ANYWHERE);

  /** Nothing may be missing. */
  public TransportConfig {
    requireNonNull(timeout, "timeout");
    requireNonNull(tls, "tls");
    requireNonNull(proxy, "proxy");
    requireNonNull(safety, "safety");
  }

  /** The way to an endpoint. */
  public sealed interface Proxy {

    /** As the JVM is told by its system properties, {@code https.proxyHost} for example. */
    record OfJvm() implements Proxy {}

    /** Straight, whatever the JVM is told. */
    record None() implements Proxy {}

    /** Through an HTTP proxy. Its text form has no user information. */
    record At(URI url) implements Proxy {

      @Override
      public String toString() {
        return url.getScheme() + "://" + url.getHost() + ":" + url.getPort();
      }
    }
  }

  /**
   * Where requests may go, redirected ones included.
   *
   * @param requireHttps whether they must be encrypted
   * @param allowedHosts the only hosts that they may go to, in any case; empty for all
   * @param denyPrivate whether they may not go to loopback, link-local and private addresses
   */
  public record Safety(boolean requireHttps, List<Glob> allowedHosts, boolean denyPrivate) {

    /** Anywhere, as the original does it. */
    public static final Safety ANYWHERE = new Safety(false, List.of(), false);

    /** Copies the hosts, in lower case. */
    public Safety {
      allowedHosts = allowedHosts.stream().map(Safety::lowerCase).toList();
    }

    private static Glob lowerCase(Glob glob) {
      return Glob.parse(glob.toString().toLowerCase(Locale.ROOT));
    }

    /** Whether requests may go to a host, as a URL has it. */
    public boolean allows(String host) {
      String name = CharMatcher.anyOf("[]").removeFrom(host).toLowerCase(Locale.ROOT);
      return allowedHosts.isEmpty() || allowedHosts.stream().anyMatch(glob -> glob.matches(name));
    }
  }
}
