package dev.registrynotifications.bench.run;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;

/**
 * A connection to a server on loopback that stays open, for one request after the other whose
 * answer has no body. Rejected: an HTTP client, which would take more of the processors than what
 * is measured. Confined to one thread.
 */
public final class BareConnection implements AutoCloseable {

  private static final Duration TO_ANSWER = Duration.ofSeconds(60);
  private static final int MAX_HEAD = 8 * 1024;
  private static final byte[] END = "\r\n\r\n".getBytes(ISO_8859_1);
  private static final int STATUS_BEGIN = "HTTP/1.1 ".length();

  private final Socket socket;
  private final byte[] head = new byte[MAX_HEAD];

  private BareConnection(Socket socket) {
    this.socket = socket;
  }

  /** Connects. */
  public static BareConnection to(int port) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout((int) TO_ANSWER.toMillis());
    return new BareConnection(socket);
  }

  /** Sends a request, waits until it is answered, and fails if that isn't with this status. */
  public void send(byte[] request, int expectedStatus) throws IOException {
    socket.getOutputStream().write(request);
    int length = readHead();
    String answer = new String(head, 0, length, ISO_8859_1);
    if (!answer.startsWith(Integer.toString(expectedStatus), STATUS_BEGIN)) {
      throw new IOException(
          "Could not have a request answered with %d: %s".formatted(expectedStatus, answer));
    }
  }

  private int readHead() throws IOException {
    InputStream in = socket.getInputStream();
    int length = 0;
    while (!endsAt(length)) {
      int count = in.read(head, length, MAX_HEAD - length);
      if (count <= 0) {
        throw new EOFException("Could not read an answer: it ends in its head");
      }
      length += count;
    }
    return length;
  }

  private boolean endsAt(int length) {
    for (int i = 1; i <= END.length; i++) {
      if (length < i || head[length - i] != END[END.length - i]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
