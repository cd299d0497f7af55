package dev.registrynotifications.host.storage;

import dev.registrynotifications.registry.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Computes digests, by one of the algorithms that the OCI image specification registers. */
public enum BlobHash {
  /** The algorithm everybody uses. */
  SHA256("sha256", "SHA-256"),
  /** For those who say so. */
  SHA512("sha512", "SHA-512");

  private static final int BUFFER_BYTES = 64 * 1024;

  private final String algorithm;
  private final String javaName;

  BlobHash(String algorithm, String javaName) {
    this.algorithm = algorithm;
    this.javaName = javaName;
  }

  /**
   * Finds the algorithm of a digest.
   *
   * @throws IllegalArgumentException if this registry doesn't have it
   */
  public static BlobHash of(Digest digest) {
    for (BlobHash hash : values()) {
      if (hash.algorithm.equals(digest.algorithm())) {
        return hash;
      }
    }
    throw new IllegalArgumentException("the algorithm of " + digest + " is not supported");
  }

  /** Reads the stream to its end and returns the digest of what was read. */
  public Digest hash(InputStream content) throws IOException {
    MessageDigest hash = newHash();
    byte[] buffer = new byte[BUFFER_BYTES];
    for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
      hash.update(buffer, 0, count);
    }
    return new Digest(algorithm, HexFormat.of().formatHex(hash.digest()));
  }

  private MessageDigest newHash() {
    try {
      return MessageDigest.getInstance(javaName);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + javaName, e);
    }
  }
}
