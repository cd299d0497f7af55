package dev.registrynotifications.registry;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A content identifier, {@code algorithm:encoded}, as the OCI image specification defines it
 * (descriptor.md, "Digests").
 *
 * <p>The registered algorithms {@code sha256} and {@code sha512} must carry 64 and 128 lower case
 * hex digits; other algorithms are taken as long as they follow the grammar.
 *
 * @param algorithm the algorithm's identifier, for example {@code sha256}
 * @param encoded the encoded hash
 */
public record Digest(String algorithm, String encoded) {

  private static final Pattern ALGORITHM = Pattern.compile("[a-z0-9]+(?:[+._-][a-z0-9]+)*");
  private static final Pattern ENCODED = Pattern.compile("[a-zA-Z0-9=_-]+");
  private static final Pattern SHA256 = Pattern.compile("[a-f0-9]{64}");
  private static final Pattern SHA512 = Pattern.compile("[a-f0-9]{128}");

  /**
   * Checks both parts against the grammar.
   *
   * @throws IllegalArgumentException if a part isn't what the specification allows
   */
  public Digest {
    requireNonNull(algorithm, "algorithm");
    requireNonNull(encoded, "encoded");
    if (!ALGORITHM.matcher(algorithm).matches() || !isEncoded(algorithm, encoded)) {
      throw new IllegalArgumentException("not a digest: " + algorithm + ":" + encoded);
    }
  }

  /**
   * Reads the form {@code algorithm:encoded}.
   *
   * @throws IllegalArgumentException if the text is not a digest
   */
  public static Digest parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("not a digest: " + text);
    }
    return new Digest(text.substring(0, colon), text.substring(colon + 1));
  }

  /** Hashes the remaining bytes of the buffer with SHA-256; the buffer's position stays. */
  public static Digest sha256(ByteBuffer content) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(content.duplicate());
      return new Digest("sha256", HexFormat.of().formatHex(sha256.digest()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static boolean isEncoded(String algorithm, String encoded) {
    Pattern pattern =
        switch (algorithm) {
          case "sha256" -> SHA256;
          case "sha512" -> SHA512;
          default -> ENCODED;
        };
    return pattern.matcher(encoded).matches();
  }

  /** The form {@code algorithm:encoded}. */
  @Override
  public String toString() {
    return algorithm + ":" + encoded;
  }
}
