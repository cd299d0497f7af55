package dev.registrynotifications.config.pem;

import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One piece of a PEM file (RFC 7468). Its text form doesn't show what is in it.
 *
 * <p>{@code CertificateFactory} reads PEM, too, but chokes on a key beside the certificates, and on
 * files that were put together without a line break in between.
 *
 * @param label what is in it, as in {@code CERTIFICATE}
 * @param body its text
 */
record PemBlock(String label, String body) {

  /** A block that is cut off ends where the next one begins, and turns out to be damaged. */
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)(?=-----|\\z)", Pattern.DOTALL);

  static List<PemBlock> of(String text) {
    return BLOCK.matcher(text).results().map(m -> new PemBlock(m.group(1), m.group(2))).toList();
  }

  boolean isCertificate() {
    return label.equals("CERTIFICATE");
  }

  boolean isPrivateKey() {
    return label.endsWith("PRIVATE KEY");
  }

  /** Encrypted in itself, or in the older way, by headers (RFC 1421, 4.6.1.1). */
  boolean isEncrypted() {
    return label.startsWith("ENCRYPTED ") || body.contains("ENCRYPTED");
  }

  /** The body without blanks and line breaks. */
  String base64() {
    return body.replaceAll("\\s", "");
  }

  /**
   * What it holds.
   *
   * @throws IllegalArgumentException if it is damaged
   */
  byte[] bytes() {
    return Base64.getDecoder().decode(base64());
  }

  @Override
  public String toString() {
    return label;
  }
}
