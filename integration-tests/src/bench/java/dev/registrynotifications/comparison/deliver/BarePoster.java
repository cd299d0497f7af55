package dev.registrynotifications.comparison.deliver;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.registrynotifications.comparison.receiver.RawBody;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;

/**
 * Posts one body again and again on one connection, with a look at nothing but the answer's end.
 */
final class BarePoster implements AutoCloseable {

  private static final String END = "\r\n\r\n";

  private final Socket socket;
  private final byte[] request;
  private final byte[] buffer = new byte[1024];

  BarePoster(URI url, RawBody body) throws IOException {
    socket = new Socket(url.getHost(), url.getPort());
    socket.setTcpNoDelay(true);
    String text =
        "POST %s HTTP/1.1\r\nHost: %s\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(url.getPath(), url.getAuthority(), body.text().length(), body.text());
    request = text.getBytes(ISO_8859_1);
  }

  void post() throws IOException {
    socket.getOutputStream().write(request);
    InputStream in = socket.getInputStream();
    int length = 0;
    while (!new String(buffer, 0, length, ISO_8859_1).endsWith(END)) {
      int count = in.read(buffer, length, buffer.length - length);
      if (count <= 0) {
        throw new EOFException("Could not read the receiver's answer to its end");
      }
      length += count;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
