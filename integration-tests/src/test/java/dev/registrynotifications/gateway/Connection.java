package dev.registrynotifications.gateway;

import static dev.registrynotifications.Patience.DEADLINE;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;

/** A connection on which anything can be said, a byte for each character. */
final class Connection implements AutoCloseable {

  private final Socket socket;

  private Connection(Socket socket) {
    this.socket = socket;
  }

  static Connection to(URI server) throws IOException {
    Socket socket = new Socket(server.getHost(), server.getPort());
    socket.setSoTimeout((int) DEADLINE.toMillis());
    return new Connection(socket);
  }

  /** Says it; a server that doesn't listen to the end is none of our business. */
  Connection say(String bytes) throws IOException {
    try {
      socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
      socket.getOutputStream().flush();
    } catch (SocketException e) {
      // Refused before its end.
    }
    return this;
  }

  /** Reads so many bytes, or fewer if there are no more. */
  String hear(int count) throws IOException {
    return new String(socket.getInputStream().readNBytes(count), ISO_8859_1);
  }

  /** Says no more, and reads what is answered up to the end of the connection. */
  String hearOut() throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      socket.shutdownOutput();
      socket.getInputStream().transferTo(answer);
    } catch (SocketException e) {
      // A server that was told too much doesn't close in order.
    }
    return answer.toString(ISO_8859_1);
  }

  /** Goes at once: what is under way is lost. */
  void cut() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
