package dev.registrynotifications.endpoint.http;

import com.google.common.base.Suppliers;
import dev.registrynotifications.config.TlsConfig;
import dev.registrynotifications.config.TransportConfig;
import dev.registrynotifications.config.TransportConfig.Proxy;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.util.function.Supplier;

/**
 * Builds an endpoint's client from what is configured about the way there.
 *
 * <p>The client's work is done on the calling thread and the client's own selector thread ({@code
 * executor(Runnable::run)}, safe because {@link ExcerptSubscriber} never blocks); the default
 * executor costs twice the CPU per request. Which version of HTTP is spoken depends on the scheme,
 * and so is each request's to say: a redirect may lead from http to https.
 */
public final class HttpClients {

  private static final int HTTP_PORT = 80;

  private HttpClients() {}

  /**
   * Prepares the client. With TLS of its own it is there at once, so that a mistake shows at the
   * start. Any other is built by the first who asks: what the JVM trusts takes long to load, and
   * the server's start needn't wait for it.
   */
  public static Supplier<HttpClient> create(String endpoint, TransportConfig transport) {
    Supplier<HttpClient> client = () -> build(Tls.of(endpoint, transport.tls()), transport);
    return transport.tls().equals(TlsConfig.DEFAULT)
        ? Suppliers.memoize(client::get)
        : Suppliers.ofInstance(client.get());
  }

  private static HttpClient build(Tls tls, TransportConfig transport) {
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .sslContext(tls.context())
            .sslParameters(tls.parameters())
            .executor(Runnable::run)
            .followRedirects(Redirect.NEVER)
            .connectTimeout(transport.timeout());
    setProxy(builder, transport.proxy());
    return builder.build();
  }

  /** Nothing is set for a proxy of the JVM: the client asks the JVM's selector by itself. */
  private static void setProxy(HttpClient.Builder builder, Proxy proxy) {
    if (proxy instanceof Proxy.At at) {
      builder.proxy(ProxySelector.of(addressOf(at.url())));
    } else if (proxy instanceof Proxy.None) {
      builder.proxy(HttpClient.Builder.NO_PROXY);
    }
  }

  /** Unresolved, so that each connection asks anew where the proxy is. */
  private static InetSocketAddress addressOf(URI proxy) {
    int port = proxy.getPort() < 0 ? HTTP_PORT : proxy.getPort();
    return InetSocketAddress.createUnresolved(proxy.getHost(), port);
  }
}
