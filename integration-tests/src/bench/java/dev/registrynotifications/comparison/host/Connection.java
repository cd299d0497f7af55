package dev.registrynotifications.comparison.host;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;

/**
 * A connection to a registry that stays open. Answers have no body. Rejected: an HTTP client, which
 * would take more of the processors than what is measured.
 */
record Connection(Socket socket) implements AutoCloseable {

  private static final int MAX_HEAD = 8 * 1024;
  private static final String CREATED = "HTTP/1.1 201 ";
  private static final String END = "\r\n\r\n";

  static Connection to(int port) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    return new Connection(socket);
  }

  /** Sends a request, and waits until it is answered. */
  void send(byte[] request) throws IOException {
    socket.getOutputStream().write(request);
    InputStream in = socket.getInputStream();
    byte[] buffer = new byte[MAX_HEAD];
    int filled = 0;
    String head = "";
    while (!head.endsWith(END)) {
      int count = in.read(buffer, filled, MAX_HEAD - filled);
      if (count <= 0) {
        throw new EOFException("the answer ends in its head: " + head);
      }
      filled += count;
      head = new String(buffer, 0, filled, ISO_8859_1);
    }
    if (!head.startsWith(CREATED)) {
      throw new IOException("not answered with 201: " + head);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
