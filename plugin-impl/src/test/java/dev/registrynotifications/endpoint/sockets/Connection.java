package dev.registrynotifications.endpoint.sockets;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Optional;

/** One connection of a server, from the server's side. Confined to its thread. */
final class Connection {

  private static final int A_MOMENT_IN_MILLIS = 20;

  private final Socket socket;
  private final Ledger ledger;
  private Optional<Request> current = Optional.empty();

  Connection(Socket socket, Ledger ledger) {
    this.socket = socket;
    this.ledger = ledger;
  }

  /** The next request; empty if the client has left instead. */
  Optional<Request> read() throws IOException {
    current = Request.read(socket.getInputStream());
    current.ifPresent(ledger::receive);
    return current;
  }

  void write(String bytes) throws IOException {
    // Before the client can see it: it may be all there is, and the test be over then.
    if (isSuccess(bytes)) {
      current.ifPresent(ledger::take);
    }
    socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
  }

  private static boolean isSuccess(String bytes) {
    return bytes.contains("HTTP/1.1 2") && bytes.contains("\r\n\r\n");
  }

  /** Writes it again and again, a moment apart, until the client has had enough. */
  void drip(String drop) throws IOException {
    socket.setSoTimeout(A_MOMENT_IN_MILLIS);
    while (!clientLeavesWithinAMoment()) {
      write(drop);
    }
  }

  private boolean clientLeavesWithinAMoment() throws IOException {
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketTimeoutException e) {
      return false;
    }
  }

  /** Says that no more is coming. The client may still write. */
  void closeHalf() throws IOException {
    socket.shutdownOutput();
  }

  /** Breaks it off: what is under way is lost. */
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }
}
