package dev.registrynotifications.config.pem;

import io.airlift.security.pem.PemReader;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import java.util.Optional;

/**
 * Makes a key of what a PEM file says: PKCS#8 (RFC 5958), which the JDK reads; PKCS#1 (RFC 8017),
 * cert-manager's default; and SEC1 (RFC 5915), in which OpenSSL writes keys on elliptic curves.
 *
 * <p>For the older two there is Airlift's reader, of one small jar on nothing but Guava. Bouncy
 * Castle has it all and would double the plugin; Ayza needs Bouncy Castle for them; our own
 * wrapping of DER would be ours to keep. Airlift doesn't know Ed25519, so PKCS#8 is read here.
 */
final class PrivateKeyParser {

  private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");

  /**
   * Parses what isn't encrypted.
   *
   * @throws IllegalArgumentException if it isn't Base64
   */
  PrivateKey parse(PemBlock block) throws GeneralSecurityException {
    byte[] bytes = block.bytes();
    return block.label().equals("PRIVATE KEY") ? pkcs8(bytes) : older(block);
  }

  /** By trial: that a key is of another kind is a failure like that it is damaged. */
  private static PrivateKey pkcs8(byte[] bytes) throws GeneralSecurityException {
    var failure = new InvalidKeySpecException("Could not read a key: it is none of " + ALGORITHMS);
    for (String algorithm : ALGORITHMS) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes));
      } catch (InvalidKeySpecException e) {
        failure.addSuppressed(e);
      }
    }
    throw failure;
  }

  /** The reader trusts what is in the key, and fails in any way if that is damaged. */
  private static PrivateKey older(PemBlock block) throws GeneralSecurityException {
    String pem = "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n";
    try {
      return PemReader.loadPrivateKey(
          pem.formatted(block.label(), block.base64()), Optional.empty());
    } catch (IOException | RuntimeException e) {
      throw new InvalidKeySpecException("Could not read a key: it is damaged", e);
    }
  }
}
