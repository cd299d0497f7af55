package dev.registrynotifications.bench.webhook;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/**
 * Keeps a port on which nobody listens. Rejected: a port that was free a moment ago, which somebody
 * else may get meanwhile.
 */
final class RefusingWebhook implements Webhook {

  private final Socket port = new Socket();

  RefusingWebhook() throws IOException {
    port.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  @Override
  public URI url() {
    return Webhook.urlOf(port.getLocalPort());
  }

  @Override
  public void close() throws IOException {
    port.close();
  }
}
