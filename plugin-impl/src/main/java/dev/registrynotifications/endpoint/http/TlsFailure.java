package dev.registrynotifications.endpoint.http;

import com.google.common.base.Throwables;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * Tells people what is wrong between us and an endpoint. The JDK says it in the innermost of
 * several exceptions, and in the words of RFC 5280: what the outer ones say is mostly names of
 * classes.
 */
final class TlsFailure {

  private TlsFailure() {}

  /** What is wrong; empty if it isn't TLS. */
  static Optional<String> reason(Throwable failure) {
    return Throwables.getCausalChain(failure).stream()
        .filter(SSLException.class::isInstance)
        .reduce((outer, inner) -> inner)
        .map(TlsFailure::text);
  }

  private static String text(Throwable failure) {
    Throwable root = Throwables.getRootCause(failure);
    return root instanceof GeneralSecurityException
        ? "its certificate isn't trusted: " + verdict(root)
        : "it can't be spoken to by TLS: " + failure.getMessage();
  }

  private static String verdict(Throwable root) {
    if (root instanceof CertPathBuilderException) {
      return "it leads to no authority that is trusted here";
    }
    return root instanceof CertificateExpiredException
        ? "it has expired; " + root.getMessage()
        : String.valueOf(root.getMessage());
  }
}
