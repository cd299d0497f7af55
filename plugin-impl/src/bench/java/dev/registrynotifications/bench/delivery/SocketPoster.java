package dev.registrynotifications.bench.delivery;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.registrynotifications.bench.run.BareConnection;
import dev.registrynotifications.endpoint.attempt.Delivery;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;

/** Posts by a blocking socket, with hardly a look at the answer: what no client can do without. */
public final class SocketPoster implements Poster {

  private final BareConnection connection;
  private final byte[] request;

  /** Connects. */
  public SocketPoster(URI url, byte[] body) throws IOException {
    this.connection = BareConnection.to(url.getPort());
    this.request = request(url, body);
  }

  private static byte[] request(URI url, byte[] body) {
    String head =
        "POST / HTTP/1.1\r\nHost: %s\r\nContent-Length: %d\r\n%s: %s\r\n\r\n"
            .formatted(
                url.getAuthority(), body.length, Delivery.SEQUENCE_HEADER, HttpPoster.SEQUENCE);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(head.getBytes(ISO_8859_1));
    out.writeBytes(body);
    return out.toByteArray();
  }

  @Override
  public void post() throws IOException {
    connection.send(request, 200);
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
