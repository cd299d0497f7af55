package dev.registrynotifications.host.servlet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Who may use the registry: names and passwords for HTTP's basic authentication (RFC 7617). */
public final class Credentials {

  /** Everybody may, and nobody says who they are. */
  public static final Credentials NONE = new Credentials(Map.of());

  private static final String BASIC = "basic ";

  private final Map<String, String> passwords;

  private Credentials(Map<String, String> passwords) {
    this.passwords = Map.copyOf(passwords);
  }

  /**
   * Reads a file with a line {@code name:password} for each user; empty lines and those that start
   * with {@code #} don't count. The passwords are plain: this host is for tests and trials.
   *
   * @throws IOException if it can't be read, or has a line that is no user's, or no user
   */
  public static Credentials read(Path file) throws IOException {
    Map<String, String> passwords = new LinkedHashMap<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        add(line, passwords);
      }
    }
    if (passwords.isEmpty()) {
      throw new IOException("it has no user");
    }
    return new Credentials(passwords);
  }

  private static void add(String line, Map<String, String> passwords) throws IOException {
    int colon = line.indexOf(':');
    if (colon <= 0) {
      throw new IOException("it has a line that isn't name:password");
    }
    passwords.put(line.substring(0, colon), line.substring(colon + 1));
  }

  /** Whether clients must say who they are. */
  boolean areRequired() {
    return !passwords.isEmpty();
  }

  /** Finds the user of an {@code Authorization} header; empty if the password is wrong. */
  Optional<String> userOf(String authorization) {
    if (!authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      return Optional.empty();
    }
    String pair = decode(authorization.substring(BASIC.length()).strip());
    int colon = pair.indexOf(':');
    return colon >= 0 && matches(pair.substring(0, colon), pair.substring(colon + 1))
        ? Optional.of(pair.substring(0, colon))
        : Optional.empty();
  }

  private static String decode(String base64) {
    try {
      return new String(Base64.getDecoder().decode(base64), UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private boolean matches(String name, String password) {
    String expected = passwords.get(name);
    return expected != null
        && MessageDigest.isEqual(expected.getBytes(UTF_8), password.getBytes(UTF_8));
  }
}
