package dev.registrynotifications.observe;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the user in credentials (RFC 7617). Nothing else of them is kept, or told to anybody. */
final class BasicCredentials {

  private static final String SCHEME = "Basic ";

  private BasicCredentials() {}

  /**
   * The user's name; empty if there is none, or none that can be read.
   *
   * @param authorization the header; null if there is none
   */
  static Optional<String> userIn(@Nullable String authorization) {
    if (authorization == null
        || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.empty();
    }
    try {
      byte[] decoded = Base64.getDecoder().decode(authorization.substring(SCHEME.length()).strip());
      String userAndPassword = new String(decoded, UTF_8);
      int colon = userAndPassword.indexOf(':');
      return colon > 0 ? Optional.of(userAndPassword.substring(0, colon)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
