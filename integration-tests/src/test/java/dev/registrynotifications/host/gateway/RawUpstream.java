package dev.registrynotifications.host.gateway;

import static dev.registrynotifications.Patience.DEADLINE;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;

/** A registry that says what a test wants, in bytes. */
final class RawUpstream implements AutoCloseable {

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();
  private final Conversation conversation;

  private RawUpstream(Conversation conversation) throws IOException {
    this.conversation = conversation;
    spawn(this::accept);
  }

  /** Holds a conversation over each connection; what it returns can be awaited. */
  static RawUpstream with(Conversation conversation) throws IOException {
    return new RawUpstream(conversation);
  }

  /** Answers each request without a body; its head can be awaited. */
  static RawUpstream answering(String answer) throws IOException {
    return with(
        connection -> {
          String head = connection.head();
          connection.write(answer);
          return head;
        });
  }

  Upstream upstream() {
    return new Upstream(URI.create("http://127.0.0.1:" + server.getLocalPort() + "/"));
  }

  /** What the next conversation returned. */
  String awaitSeen() throws InterruptedException {
    String next = seen.poll(DEADLINE.toSeconds(), TimeUnit.SECONDS);
    Assertions.assertThat(next).as("a request that came through").isNotNull();
    return next;
  }

  /** Whether nothing came through so far. */
  boolean isUntouched() {
    return seen.isEmpty() && sockets.isEmpty();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        sockets.add(socket);
        spawn(() -> converse(socket));
      }
    } catch (IOException e) {
      // The server is closed: the test is over.
    }
  }

  private void converse(Socket socket) {
    try (socket) {
      seen.add(conversation.hold(new RawConnection(socket)));
    } catch (IOException e) {
      seen.add("broken: " + e);
    }
  }

  private static void spawn(Runnable work) {
    Thread thread = new Thread(work, "raw upstream");
    thread.setDaemon(true);
    thread.start();
  }

  /** What is said over one connection. */
  @FunctionalInterface
  interface Conversation {
    String hold(RawConnection connection) throws IOException;
  }
}
