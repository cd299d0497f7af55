package dev.registrynotifications.bench.webhook;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.function.Consumer;

/** Something on loopback that events are sent to. It takes them, or it doesn't. */
public interface Webhook extends Closeable {

  /** What those that are well answer. */
  String ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

  URI url();

  @Override
  void close() throws IOException;

  /**
   * Takes everything.
   *
   * @param heads told the head of each request when all of the request is there, before the answer
   */
  static Webhook well(Consumer<String> heads) throws IOException {
    return new ListeningWebhook(new Answering(heads));
  }

  /** Refuses all connections. */
  static Webhook refusing() throws IOException {
    return new RefusingWebhook();
  }

  /** Accepts all connections, and never answers. */
  static Webhook blackHole() throws IOException {
    return new ListeningWebhook(connection -> {});
  }

  /** A URL of this machine only. */
  static URI urlOf(int port) {
    return URI.create("http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + port);
  }
}
