package dev.registrynotifications.config;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;

/**
 * How an endpoint can tell that a request is ours. Its text form holds no secrets.
 *
 * @param secrets each signs; the first one is the newest. Empty for no signature
 * @param hexSignature whether the first one's signature is sent as {@code X-Signature}, too
 */
public record SigningConfig(List<Secret> secrets, boolean hexSignature) {

  /** No signature, as in the original. */
  public static final SigningConfig NONE = new SigningConfig(List.of(), false);

  /** Copies the secrets. */
  public SigningConfig {
    secrets = List.copyOf(secrets);
  }

  /** The bytes of a key, which are shown to nobody. */
  public static final class Secret {

    private final byte[] bytes;

    /** Copies the bytes. */
    public Secret(byte[] bytes) {
      this.bytes = bytes.clone();
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
      return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Secret secret && MessageDigest.isEqual(secret.bytes, bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
      return "secret";
    }
  }
}
