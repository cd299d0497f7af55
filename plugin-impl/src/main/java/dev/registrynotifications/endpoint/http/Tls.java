package dev.registrynotifications.endpoint.http;

import com.google.common.base.Throwables;
import dev.registrynotifications.config.TlsConfig;
import dev.registrynotifications.config.TlsConfig.Identity;
import dev.registrynotifications.config.TlsConfig.Version;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * One endpoint's TLS, as the HTTP client wants it. The client checks the host's name of itself.
 *
 * <p>Nothing here is the JVM's: its switches for trust and host names would be the server's, too.
 * Where the configuration says nothing the JVM's own context is used, which heeds {@code
 * javax.net.ssl.trustStore} and its kin.
 */
final class Tls {

  private static final Logger LOGGER = System.getLogger(Tls.class.getName());

  /** For stores that never leave this class. */
  private static final char[] PASSWORD = new char[0];

  private final SSLContext context;
  private final SSLParameters parameters;

  private Tls(SSLContext context, SSLParameters parameters) {
    this.context = context;
    this.parameters = parameters;
  }

  /** Prepares it, and warns if anybody is taken for the endpoint. */
  static Tls of(String endpoint, TlsConfig config) {
    if (config.skipVerify()) {
      LOGGER.log(
          Level.WARNING,
          "Endpoint " + endpoint + " takes anybody for its receiver: tls.skipVerify is on");
    }
    try {
      SSLContext context = context(config);
      return new Tls(context, parameters(context, config.minimumVersion()));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(
          "Could not prepare TLS for endpoint " + endpoint + ": " + reason(e) + remedy(config), e);
    }
  }

  /** Of the JVM's own stores the JDK says what is wrong in the innermost of several exceptions. */
  private static String reason(Exception failure) {
    Throwable root = Throwables.getRootCause(failure);
    return root.getMessage() == null ? root.toString() : root.getMessage();
  }

  private static String remedy(TlsConfig config) {
    return isByDefault(config)
        ? "; the JVM reads what it trusts once: mend it and start the JVM again"
        : "";
  }

  private static boolean isByDefault(TlsConfig config) {
    return config.authorities().isEmpty() && config.identity().isEmpty() && !config.skipVerify();
  }

  SSLContext context() {
    return context;
  }

  SSLParameters parameters() {
    return parameters;
  }

  private static SSLContext context(TlsConfig config) throws GeneralSecurityException, IOException {
    if (isByDefault(config)) {
      return SSLContext.getDefault();
    }
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keyManagers(config.identity()), trustManagers(config), null);
    return context;
  }

  private static KeyManager @Nullable [] keyManagers(Optional<Identity> identity)
      throws GeneralSecurityException, IOException {
    if (identity.isEmpty()) {
      return null;
    }
    // JKS takes any chain; the default type refuses one with gaps, which receivers put up with.
    KeyStore store = emptyStore("JKS");
    X509Certificate[] chain = identity.get().chain().toArray(X509Certificate[]::new);
    store.setKeyEntry("identity", identity.get().key(), PASSWORD, chain);
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, PASSWORD);
    return factory.getKeyManagers();
  }

  /** Null for the JVM's. */
  private static TrustManager @Nullable [] trustManagers(TlsConfig config)
      throws GeneralSecurityException, IOException {
    if (config.skipVerify()) {
      return new TrustManager[] {new TrustEverybody()};
    }
    if (config.authorities().isEmpty()) {
      return null;
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(storeOf(config.authorities()));
    return factory.getTrustManagers();
  }

  private static KeyStore storeOf(List<X509Certificate> authorities)
      throws GeneralSecurityException, IOException {
    KeyStore store = emptyStore(KeyStore.getDefaultType());
    for (X509Certificate authority : authorities) {
      store.setCertificateEntry("authority-" + store.size(), authority);
    }
    return store;
  }

  private static KeyStore emptyStore(String type) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(type);
    store.load(null, null);
    return store;
  }

  private static SSLParameters parameters(SSLContext context, Version minimum) {
    SSLParameters parameters = context.getDefaultSSLParameters();
    parameters.setProtocols(
        Arrays.stream(Version.values())
            .filter(version -> version.compareTo(minimum) >= 0)
            .map(version -> "TLSv" + version.number())
            .toArray(String[]::new));
    return parameters;
  }
}
