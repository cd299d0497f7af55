package dev.registrynotifications.endpoint.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

/** What {@link TlsTest} can't make a server say at will. */
class TlsFailureTest {

  @Test
  void tellsWhatTheEndpointObjectsTo() {
    IOException failure =
        new IOException(
            "wrapped", new SSLHandshakeException("Received fatal alert: certificate_required"));

    assertThat(TlsFailure.reason(failure))
        .contains("it can't be spoken to by TLS: Received fatal alert: certificate_required");
  }

  @Test
  void tellsWhenTheConnectionBroke() {
    SSLHandshakeException failure = new SSLHandshakeException("Remote host closed it");
    failure.initCause(new EOFException("peer shut down"));

    assertThat(TlsFailure.reason(failure))
        .contains("it can't be spoken to by TLS: Remote host closed it");
  }

  @Test
  void tellsWhichOfItsTimesACertificateMisses() {
    assertThat(TlsFailure.reason(causedBy(new CertificateExpiredException("NotAfter: then"))))
        .contains("its certificate isn't trusted: it has expired; NotAfter: then");
    assertThat(TlsFailure.reason(causedBy(new CertificateNotYetValidException("NotBefore: then"))))
        .contains("its certificate isn't trusted: NotBefore: then");
  }

  @Test
  void leavesOtherFailuresAlone() {
    assertThat(TlsFailure.reason(new IOException("disk", new IllegalStateException()))).isEmpty();
  }

  private static IOException causedBy(Exception cause) {
    SSLHandshakeException failure = new SSLHandshakeException("PKIX");
    failure.initCause(cause);
    return new IOException("wrapped", failure);
  }
}
