package dev.registrynotifications.endpoint.send;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.registrynotifications.config.SigningConfig;
import dev.registrynotifications.endpoint.attempt.Delivery;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes the headers by which a receiver can tell that a request is ours, whole and new: those of
 * Standard Webhooks, and if wanted the one that GitHub has made known. Safe for use by several
 * threads.
 *
 * <p>No record, for a record's text form has its keys' hash codes in it. Not one {@link Mac} kept
 * for all signatures either: it isn't safe for several threads, and a new one costs a microsecond.
 */
final class Signer {

  static final String ID_HEADER = "webhook-id";
  static final String TIMESTAMP_HEADER = "webhook-timestamp";
  static final String SIGNATURE_HEADER = "webhook-signature";
  static final String HEX_HEADER = "X-Signature";

  private static final String ALGORITHM = "HmacSHA256";

  private final List<SecretKeySpec> keys;
  private final boolean hexSignature;

  /** Signs with each secret, of which there is one at least. */
  Signer(SigningConfig config) {
    this.keys =
        config.secrets().stream()
            .map(secret -> new SecretKeySpec(secret.bytes(), ALGORITHM))
            .toList();
    this.hexSignature = config.hexSignature();
  }

  /** The headers of an attempt that is made now. */
  Map<String, String> sign(Delivery delivery, Instant now) {
    String timestamp = Long.toString(now.getEpochSecond());
    Map<String, String> headers = new HashMap<>();
    headers.put(ID_HEADER, delivery.id());
    headers.put(TIMESTAMP_HEADER, timestamp);
    headers.put(SIGNATURE_HEADER, signatures(delivery.id() + "." + timestamp + ".", delivery));
    if (hexSignature) {
      byte[] signature = signature(keys.get(0), "", delivery);
      headers.put(HEX_HEADER, "sha256=" + HexFormat.of().formatHex(signature));
    }
    return headers;
  }

  private String signatures(String prefix, Delivery delivery) {
    return keys.stream()
        .map(key -> Base64.getEncoder().encodeToString(signature(key, prefix, delivery)))
        .map(signature -> "v1," + signature)
        .collect(Collectors.joining(" "));
  }

  private static byte[] signature(SecretKeySpec key, String prefix, Delivery delivery) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(prefix.getBytes(UTF_8));
      return mac.doFinal(delivery.body());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Could not sign a delivery: " + e.getMessage(), e);
    }
  }
}
