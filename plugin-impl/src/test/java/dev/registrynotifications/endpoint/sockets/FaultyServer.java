package dev.registrynotifications.endpoint.sockets;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server on loopback without manners: its first connection gets what its first script says, and
 * so on; the last script is for all further ones. It ends no connection unless a script does, so
 * that it can tell which ones the client has ended.
 */
final class FaultyServer implements AutoCloseable {

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Socket> accepted = new CopyOnWriteArrayList<>();
  private final AtomicInteger ended = new AtomicInteger();
  private final Ledger ledger = new Ledger();
  private final ServerSocket server;
  private final Encryption encryption;
  private final List<Script> scripts;

  private FaultyServer(ServerSocket server, Encryption encryption, Script[] scripts) {
    this.server = server;
    this.encryption = encryption;
    this.scripts = List.of(scripts);
  }

  /** What lies between a connection, of that number from 1 on, and its script. */
  @FunctionalInterface
  interface Encryption {

    Socket wrap(Socket accepted, int number) throws IOException;
  }

  /** Starts one on any free port. */
  static FaultyServer start(Script... scripts) throws IOException {
    return startAt(0, scripts);
  }

  static FaultyServer startAt(int port, Script... scripts) throws IOException {
    return start(port, (plain, number) -> plain, scripts);
  }

  static FaultyServer startEncrypted(Encryption encryption, Script... scripts) throws IOException {
    return start(0, encryption, scripts);
  }

  private static FaultyServer start(int port, Encryption encryption, Script[] scripts)
      throws IOException {
    ServerSocket socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    FaultyServer server = new FaultyServer(socket, encryption, scripts);
    server.threads.execute(server::accept);
    return server;
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        accepted.add(socket);
        int number = accepted.size();
        threads.execute(() -> serve(socket, number));
      }
    } catch (IOException e) {
      // Closed: the test is over.
    }
  }

  private void serve(Socket socket, int number) {
    Script script = scripts.get(Math.min(number, scripts.size()) - 1);
    try {
      script.play(new Connection(encryption.wrap(socket, number), ledger));
    } catch (IOException e) {
      // The client was faster.
    }
    awaitEnd(socket);
    ended.incrementAndGet();
  }

  private static void awaitEnd(Socket socket) {
    try {
      socket.setSoTimeout(0);
      socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // A reset, or closed by the script: an end, too.
    }
  }

  int port() {
    return server.getLocalPort();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + port() + "/hook");
  }

  /** The same place for those who speak TLS; certificates are for names. */
  URI encryptedUri() {
    return URI.create("https://localhost:" + port() + "/hook");
  }

  /** What came, in its order. */
  List<Request> requests() {
    return ledger.received();
  }

  /** The events of each request, as in {@code one+two}. */
  List<String> events() {
    return requests().stream().map(request -> String.join("+", request.ids())).toList();
  }

  /** The events of all requests that were answered with a 2xx. */
  List<String> taken() {
    return ledger.taken();
  }

  int connections() {
    return accepted.size();
  }

  /** How many connections there are whose client hasn't ended them. */
  int openConnections() {
    return accepted.size() - ended.get();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : accepted) {
      socket.close();
    }
    threads.shutdownNow();
  }
}
