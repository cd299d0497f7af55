package dev.registrynotifications.bench.webhook;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Accepts connections, and has a thread for each. Rejected: the JDK's HTTP server, which does more
 * for a request than is needed here, on the cores that what is measured runs on.
 */
final class ListeningWebhook implements Webhook {

  private static final int BACKLOG = 50;

  private final Conversation conversation;
  private final ServerSocket server;
  private final Queue<Socket> connections = new ConcurrentLinkedQueue<>();
  private final ExecutorService threads = Executors.newCachedThreadPool(ListeningWebhook::daemon);

  ListeningWebhook(Conversation conversation) throws IOException {
    this.conversation = conversation;
    this.server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  /** What is done with a connection, which stays open unless it is closed there. */
  @FunctionalInterface
  interface Conversation {
    void hold(Socket connection) throws IOException;
  }

  private static Thread daemon(Runnable body) {
    Thread thread = new Thread(body, "webhook");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public URI url() {
    return Webhook.urlOf(server.getLocalPort());
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = server.accept();
        connections.add(connection);
        threads.execute(() -> hold(connection));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void hold(Socket connection) {
    try {
      conversation.hold(connection);
    } catch (IOException e) {
      // Closed, by one side or the other.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket connection : connections) {
      connection.close();
    }
    threads.shutdown();
  }
}
