package dev.registrynotifications.host.gateway;

import static dev.registrynotifications.Patience.DEADLINE;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/** The server's side of a connection, a byte for each character. */
final class RawConnection {

  private static final String END_OF_HEAD = "\r\n\r\n";

  private final Socket socket;
  private final InputStream in;

  RawConnection(Socket socket) throws IOException {
    this.socket = socket;
    socket.setSoTimeout((int) DEADLINE.toMillis());
    in = new BufferedInputStream(socket.getInputStream());
  }

  /** Reads the next request's head; empty if none comes any more. */
  String head() throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf(END_OF_HEAD) < 0) {
      int next = in.read();
      if (next < 0) {
        return "";
      }
      head.append((char) next);
    }
    return head.toString();
  }

  /** Reads so many bytes of a body, or fewer if the client breaks off. */
  String body(int length) throws IOException {
    return new String(in.readNBytes(length), ISO_8859_1);
  }

  void write(String bytes) throws IOException {
    socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
  }
}
