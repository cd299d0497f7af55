package dev.registrynotifications.host.servlet;

import static dev.registrynotifications.Patience.DEADLINE;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;

/** A request as bytes, for what HTTP clients refuse to send. */
public final class RawExchange {

  private RawExchange() {}

  /** Sends the head, a byte for each character, and returns the whole answer. */
  public static String send(URI server, String head) throws IOException {
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout((int) DEADLINE.toMillis());
      socket.getOutputStream().write(head.getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }
}
