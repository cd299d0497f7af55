package dev.registrynotifications.endpoint.http;

import static java.time.temporal.ChronoUnit.DAYS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Certificates for tests, made as they run: files of them would expire, and hold keys.
 *
 * <pre>
 * CertificateAuthority ours = CertificateAuthority.named("ours");
 * HttpsServer server = …
 * server.setHttpsConfigurator(new HttpsConfigurator(ours.issue("localhost").serverContext()));
 * Path ca = ours.writeTo(directory.resolve("ca.pem"));
 * </pre>
 */
public final class TestCertificates {

  private TestCertificates() {}

  /** Issues certificates, and is trusted by whoever is given its own. */
  public static final class CertificateAuthority {

    private final AtomicLong serial = new AtomicLong();
    private final X500Principal name;
    private final KeyPair keys;
    private final X509Certificate certificate;

    private CertificateAuthority(X500Principal name, KeyPair keys) {
      this.name = name;
      this.keys = keys;
      Instant now = Instant.now();
      this.certificate =
          sign(builder(name, keys.getPublic(), now.minus(1, DAYS), now.plus(1, DAYS)), true);
    }

    /** A new one, with a key of its own: two of one name are two. */
    public static CertificateAuthority named(String name) {
      return new CertificateAuthority(new X500Principal("CN=" + name), ecKeys());
    }

    /** Its own certificate, signed by itself. */
    public X509Certificate certificate() {
      return certificate;
    }

    /** Writes its certificate (PEM). */
    public Path writeTo(Path file) {
      return writePem(file, certificate);
    }

    /** A certificate of a host, or of a client by any name, that is valid now. */
    public IssuedCertificate issue(String host) {
      return issue(host, ecKeys());
    }

    /** A certificate for a key of any kind that is valid now. */
    public IssuedCertificate issue(String host, KeyPair hostKeys) {
      Instant now = Instant.now();
      return issue(host, hostKeys, now.minus(1, DAYS), now.plus(1, DAYS));
    }

    /** A certificate that is valid for so long. */
    public IssuedCertificate issue(String host, Instant from, Instant until) {
      return issue(host, ecKeys(), from, until);
    }

    private IssuedCertificate issue(String host, KeyPair hostKeys, Instant from, Instant until) {
      X500Principal subject = new X500Principal("CN=" + host);
      X509v3CertificateBuilder builder = builder(subject, hostKeys.getPublic(), from, until);
      int kind = host.matches("[0-9.]+") ? GeneralName.iPAddress : GeneralName.dNSName;
      try {
        builder.addExtension(
            Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName(kind, host)));
      } catch (CertIOException e) {
        throw new IllegalStateException("Could not name " + host + " in a certificate", e);
      }
      return new IssuedCertificate(List.of(sign(builder, false)), hostKeys.getPrivate());
    }

    private X509v3CertificateBuilder builder(
        X500Principal subject, PublicKey key, Instant from, Instant until) {
      return new JcaX509v3CertificateBuilder(
          name,
          BigInteger.valueOf(serial.incrementAndGet()),
          Date.from(from),
          Date.from(until),
          subject,
          key);
    }

    private X509Certificate sign(X509v3CertificateBuilder builder, boolean isAuthority) {
      try {
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(isAuthority));
        return new JcaX509CertificateConverter()
            .getCertificate(
                builder.build(
                    new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
      } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
        throw new IllegalStateException("Could not issue a certificate", e);
      }
    }
  }

  /**
   * A certificate with its key.
   *
   * @param chain just the certificate
   * @param key its private key
   */
  public record IssuedCertificate(List<X509Certificate> chain, PrivateKey key) {

    /** Writes the certificate (PEM). */
    public Path writeCertificateTo(Path file) {
      return writePem(file, chain.get(0));
    }

    /** Writes the key (PKCS#8, PEM). */
    public Path writeKeyTo(Path file) {
      try {
        return writePem(file, new JcaPKCS8Generator(key, null));
      } catch (IOException e) {
        throw new IllegalStateException("Could not encode a key", e);
      }
    }

    /** For a server that asks nobody who he is. */
    public SSLContext serverContext() {
      return serverContext(CertificateAuthority.named("nobody"));
    }

    /**
     * For a server that knows the clients of an authority. It must demand their certificates
     * itself: {@code SSLParameters.setNeedClientAuth(true)}.
     */
    public SSLContext serverContext(CertificateAuthority clients) {
      try {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry("clients", clients.certificate());
        TrustManagerFactory trust =
            TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        store.setKeyEntry("server", key, new char[0], chain.toArray(X509Certificate[]::new));
        KeyManagerFactory identity =
            KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        identity.init(store, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(identity.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
      } catch (GeneralSecurityException | IOException e) {
        throw new IllegalStateException("Could not prepare TLS for a server", e);
      }
    }
  }

  private static KeyPair ecKeys() {
    try {
      return KeyPairGenerator.getInstance("EC").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Could not make a key", e);
    }
  }

  private static Path writePem(Path file, Object content) {
    try (Writer text = Files.newBufferedWriter(file);
        JcaPEMWriter pem = new JcaPEMWriter(text)) {
      pem.writeObject(content);
    } catch (IOException e) {
      throw new UncheckedIOException("Could not write " + file, e);
    }
    return file;
  }
}
