package dev.registrynotifications.container;

import dev.registrynotifications.registry.Digest;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A big blob of zeros.
 *
 * @param bytes its length
 * @param digest its digest
 */
record Layer(long bytes, Digest digest) {

  private static final byte[] ZEROS = new byte[256 * 1024];

  static Layer of(long bytes) throws IOException {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      write(bytes, new DigestOutputStream(OutputStream.nullOutputStream(), sha256));
      return new Layer(bytes, new Digest("sha256", HexFormat.of().formatHex(sha256.digest())));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  void writeTo(OutputStream out) throws IOException {
    write(bytes, out);
  }

  private static void write(long bytes, OutputStream out) throws IOException {
    for (long left = bytes; left > 0; left -= ZEROS.length) {
      out.write(ZEROS, 0, (int) Math.min(ZEROS.length, left));
    }
  }
}
