package dev.registrynotifications.config.pem;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Understands a file of certificates and keys, and says what is wrong with it: what to do, never
 * what is in it. After a mistake there is nothing.
 */
public final class PemFile {

  private final Path path;
  private final List<PemBlock> blocks;
  private final Consumer<String> mistakes;

  /**
   * Understands a file.
   *
   * @param content what is in it
   * @param mistakes told what is wrong, to follow the file's name and a comma
   */
  public PemFile(Path path, byte[] content, Consumer<String> mistakes) {
    this.path = path;
    this.blocks = PemBlock.of(new String(content, ISO_8859_1));
    this.mistakes = mistakes;
  }

  /** Its certificates, in their order. An expired one is no mistake: clocks go wrong, too. */
  public List<X509Certificate> certificates() {
    if (isNoPem()) {
      return List.of();
    }
    List<PemBlock> found = blocks.stream().filter(PemBlock::isCertificate).toList();
    if (found.isEmpty()) {
      mistakes.accept(
          "which has no certificate in it: a line -----BEGIN CERTIFICATE----- begins one");
    }
    List<X509Certificate> certificates = new ArrayList<>();
    for (PemBlock block : found) {
      try {
        certificates.add(certificate(block));
      } catch (CertificateException | IllegalArgumentException e) {
        mistakes.accept(
            "whose certificate "
                + (found.indexOf(block) + 1)
                + " is damaged, or of a kind that Java doesn't know");
        return List.of();
      }
    }
    return certificates;
  }

  /** Its first private key. */
  public Optional<PrivateKey> privateKey() {
    if (isNoPem()) {
      return Optional.empty();
    }
    Optional<PemBlock> block = blocks.stream().filter(PemBlock::isPrivateKey).findFirst();
    if (block.isEmpty()) {
      mistakes.accept(
          "which has no private key in it: a line -----BEGIN PRIVATE KEY----- begins one");
    } else if (block.get().isEncrypted()) {
      mistakes.accept("which is encrypted; decrypt it: " + conversion());
    } else {
      return privateKey(block.get());
    }
    return Optional.empty();
  }

  private boolean isNoPem() {
    if (blocks.isEmpty()) {
      mistakes.accept(
          "which isn't PEM: it has no line -----BEGIN …; openssl converts other formats");
    }
    return blocks.isEmpty();
  }

  private static X509Certificate certificate(PemBlock block) throws CertificateException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(block.bytes()));
  }

  private Optional<PrivateKey> privateKey(PemBlock block) {
    try {
      return Optional.of(new PrivateKeyParser().parse(block));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      mistakes.accept(
          "whose key is damaged, or none of RSA, EC, Ed25519; if openssl can read it, convert it: "
              + conversion());
      return Optional.empty();
    }
  }

  /** Whatever OpenSSL reads becomes plain PKCS#8. */
  private String conversion() {
    return "openssl pkcs8 -topk8 -nocrypt -in %1$s -out %1$s.pkcs8".formatted(path);
  }
}
