package dev.registrynotifications.dropin;

import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * A webhook receiver on loopback that speaks HTTP/2 and HTTP/1.1, whichever its client prefers, and
 * answers 200 with so many bytes.
 */
final class Http2Receiver implements AutoCloseable {

  private final Queue<Post> posts = new ConcurrentLinkedQueue<>();
  private final Server server = new Server();
  private final ServerConnector connector;

  private Http2Receiver(SelfSignedCertificate certificate, int answerBytes) {
    HttpConfiguration http = new HttpConfiguration();
    http.addCustomizer(new SecureRequestCustomizer());
    ALPNServerConnectionFactory choice = new ALPNServerConnectionFactory();
    choice.setDefaultProtocol("http/1.1");
    connector =
        new ServerConnector(
            server,
            new SslConnectionFactory(tls(certificate), choice.getProtocol()),
            choice,
            new HTTP2ServerConnectionFactory(http),
            new HttpConnectionFactory(http));
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(new Recorder(answerBytes));
  }

  /**
   * A request.
   *
   * @param version the version of HTTP in which it came
   * @param clientPort names its connection
   * @param body the envelope
   */
  record Post(String version, int clientPort, String body) {}

  static Http2Receiver start(SelfSignedCertificate certificate, int answerBytes) {
    Http2Receiver receiver = new Http2Receiver(certificate, answerBytes);
    LifeCycle.start(receiver.server);
    return receiver;
  }

  private static SslContextFactory.Server tls(SelfSignedCertificate certificate) {
    SslContextFactory.Server tls = new SslContextFactory.Server();
    tls.setKeyStorePath(certificate.keyStore().toString());
    tls.setKeyStorePassword(SelfSignedCertificate.PASSWORD);
    return tls;
  }

  URI uri() {
    return URI.create("https://localhost:" + connector.getLocalPort() + "/events");
  }

  List<Post> posts() {
    return List.copyOf(posts);
  }

  @Override
  public void close() {
    LifeCycle.stop(server);
  }

  private final class Recorder extends Handler.Abstract {

    private final int answerBytes;

    Recorder(int answerBytes) {
      this.answerBytes = answerBytes;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      posts.add(
          new Post(
              request.getConnectionMetaData().getHttpVersion().asString(),
              Request.getRemotePort(request),
              Content.Source.asString(request)));
      response.write(true, ByteBuffer.allocate(answerBytes), callback);
      return true;
    }
  }
}
