package dev.registrynotifications.endpoint.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on loopback that does with each connection as it is told, without manners. */
public final class RawServer implements AutoCloseable {

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Socket> connections = new CopyOnWriteArrayList<>();
  private final ServerSocket server;

  private RawServer(ServerSocket server) {
    this.server = server;
  }

  /** Starts a server that has the script for a connection; which is closed at the script's end. */
  public static RawServer start(Script script) throws IOException {
    RawServer raw = new RawServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    raw.threads.execute(() -> raw.accept(script));
    return raw;
  }

  private void accept(Script script) {
    try {
      for (int number = 1; ; number++) {
        Socket socket = server.accept();
        connections.add(socket);
        int connection = number;
        threads.execute(() -> play(script, connection, socket));
      }
    } catch (IOException e) {
      // Closed: the test is over.
    }
  }

  private static void play(Script script, int connection, Socket socket) {
    try (socket) {
      script.play(connection, socket);
    } catch (IOException e) {
      // The client, or the end of the test, was faster.
    }
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/hook");
  }

  public int connections() {
    return connections.size();
  }

  /** Reads a request whose body has a byte, and returns whether there was one. */
  public static boolean read(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        return false;
      }
      head.append((char) next);
    }
    return in.read() >= 0;
  }

  public static void write(Socket socket, String answer) throws IOException {
    socket.getOutputStream().write(answer.getBytes(ISO_8859_1));
  }

  /** Answers all requests of a connection, which is kept alive. */
  public static void serve(Socket socket) throws IOException {
    while (read(socket)) {
      write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : connections) {
      socket.close();
    }
    threads.shutdownNow();
  }

  @FunctionalInterface
  public interface Script {

    void play(int connection, Socket socket) throws IOException;
  }
}
