package dev.registrynotifications.config.writer;

import dev.registrynotifications.config.PublicHeaders;
import dev.registrynotifications.config.SigningConfig;
import dev.registrynotifications.config.TlsConfig;
import dev.registrynotifications.config.TlsConfig.Identity;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is shown in place of secrets, which is never a part of one. */
final class Masks {

  /** Stands for one secret. */
  static final String MASK = "***";

  private Masks() {}

  /** All names, and the values of those that hold no secret. */
  static Map<String, List<String>> headers(Map<String, List<String>> headers) {
    Map<String, List<String>> masked = new TreeMap<>();
    headers.forEach((name, values) -> masked.put(name, values(name, values)));
    return masked;
  }

  private static List<String> values(String name, List<String> values) {
    return PublicHeaders.contains(name) ? values : values.stream().map(value -> MASK).toList();
  }

  static List<String> secrets(SigningConfig signing) {
    return signing.secrets().stream().map(secret -> MASK).toList();
  }

  /** Whom we trust and who we are, by name: the files are read, and their paths forgotten. */
  static @Nullable Object authorities(TlsConfig tls) {
    return tls.authorities().isEmpty() ? null : names(tls.authorities());
  }

  static @Nullable Object certificate(TlsConfig tls) {
    return tls.identity().map(Identity::chain).map(Masks::names).orElse(null);
  }

  static @Nullable Object key(TlsConfig tls) {
    return tls.identity().map(identity -> MASK).orElse(null);
  }

  private static List<String> names(List<X509Certificate> certificates) {
    return certificates.stream()
        .map(certificate -> certificate.getSubjectX500Principal().getName())
        .toList();
  }
}
