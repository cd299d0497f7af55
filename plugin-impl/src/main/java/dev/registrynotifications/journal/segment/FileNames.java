package dev.registrynotifications.journal.segment;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.hash.Hashing;

/** Names of any kind and length as names of files. */
public final class FileNames {

  private static final int MAX_LENGTH = 200;
  private static final int KEPT_OF_LONG_NAMES = 100;

  private FileNames() {}

  /**
   * Encodes a name: everything but small letters, digits, hyphen and underscore becomes a percent
   * sign and its bytes, so that no two names meet, also where the file system doesn't tell capital
   * letters from small ones. A long name is cut, and told from others by its SHA-256.
   */
  public static String encode(String name) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : name.getBytes(UTF_8)) {
      if ((b >= 'a' && b <= 'z') || (b >= '0' && b <= '9') || b == '-' || b == '_') {
        encoded.append((char) b);
      } else {
        encoded.append("%%%02X".formatted(b));
      }
    }
    return encoded.length() <= MAX_LENGTH
        ? encoded.toString()
        : encoded.substring(0, KEPT_OF_LONG_NAMES) + "~" + Hashing.sha256().hashString(name, UTF_8);
  }
}
