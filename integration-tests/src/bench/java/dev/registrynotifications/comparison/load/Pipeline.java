package dev.registrynotifications.comparison.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;

/** A connection to a registry that takes many requests at once. Confined to one thread. */
final class Pipeline implements AutoCloseable {

  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final int BUFFER_BYTES = 64 * 1024;
  private static final String SUCCESS = "HTTP/1.1 20";
  private static final String END_OF_HEAD = "\r\n\r\n";

  private final Socket socket;
  private final byte[] buffer = new byte[BUFFER_BYTES];

  Pipeline(URI registry) throws IOException {
    socket = new Socket(registry.getHost(), registry.getPort());
    socket.setTcpNoDelay(true);
    socket.setSoTimeout((int) TIMEOUT.toMillis());
  }

  /** Sends requests, and waits until all are answered, with success. */
  void send(byte[] requests, int answers) throws IOException {
    socket.getOutputStream().write(requests);
    StringBuilder heads = new StringBuilder();
    int begin = 0;
    for (int ended = 0; ended < answers; ended++) {
      int end = endOfHead(heads, begin);
      if (!heads.substring(begin, begin + SUCCESS.length()).equals(SUCCESS)) {
        throw new IOException("Could not load the registry: " + heads.substring(begin, end));
      }
      begin = end;
    }
  }

  private int endOfHead(StringBuilder heads, int begin) throws IOException {
    int found = heads.indexOf(END_OF_HEAD, begin);
    while (found < 0) {
      int count = socket.getInputStream().read(buffer);
      if (count < 0) {
        throw new EOFException("Could not load the registry: it has closed the connection");
      }
      heads.append(new String(buffer, 0, count, ISO_8859_1));
      found = heads.indexOf(END_OF_HEAD, begin);
    }
    return found + END_OF_HEAD.length();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
