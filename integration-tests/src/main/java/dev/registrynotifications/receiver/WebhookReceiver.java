package dev.registrynotifications.receiver;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * A real HTTP server on the loopback interface that records every request and answers it with 200,
 * or with what {@link Answers} say. Safe for use by several threads.
 *
 * <p>A post is recorded before it is answered, so a sender that has its answer finds the post in
 * {@link #posts}. All threads are daemons.
 */
public final class WebhookReceiver implements AutoCloseable {

  /** Lets the system choose a free port. */
  public static final int ANY_PORT = 0;

  private static final AtomicInteger THREADS = new AtomicInteger();

  private final Mailbox mailbox = new Mailbox();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final ExecutorService executor = Executors.newCachedThreadPool(WebhookReceiver::daemon);
  private final HttpServer server;

  private WebhookReceiver(int port, Answers answers, InstantSource clock) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/", new RecordingHandler(mailbox, answers, clock, closed));
    server.setExecutor(executor);
  }

  /** Starts on any free port and answers 200. */
  public static WebhookReceiver start() {
    return start(ANY_PORT, Answers.always(Answer.OK));
  }

  /** Starts on any free port. */
  public static WebhookReceiver start(Answers answers) {
    return start(ANY_PORT, answers);
  }

  /**
   * Starts on a port, or on any free one.
   *
   * @throws UncheckedIOException if the port is taken
   */
  public static WebhookReceiver start(int port, Answers answers) {
    try {
      WebhookReceiver receiver = new WebhookReceiver(port, answers, Clock.systemUTC());
      // The server's dispatcher is a daemon only if the thread that starts it is one.
      CompletableFuture.runAsync(receiver.server::start, receiver.executor).join();
      return receiver;
    } catch (IOException e) {
      throw new UncheckedIOException("Could not listen on port " + port + ": " + e.getMessage(), e);
    }
  }

  /** Where to post to. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + port() + "/events");
  }

  /** The port it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** What came so far, in the order of arrival. */
  public List<ReceivedPost> posts() {
    return mailbox.all();
  }

  /** What came since the last time, in the order of arrival, and forgets it. */
  public List<ReceivedPost> takePosts() {
    return mailbox.takeAll();
  }

  /**
   * Waits until that many posts have come, or more.
   *
   * @return all of them
   * @throws AssertionError if they haven't come within the deadline
   */
  public List<ReceivedPost> await(int count, Duration deadline) throws InterruptedException {
    return awaitUntil(posts -> posts.size() >= count, deadline);
  }

  /**
   * Waits until the posts meet a condition; it is asked at each arrival.
   *
   * @return all posts
   * @throws AssertionError if the condition isn't met within the deadline
   */
  public List<ReceivedPost> awaitUntil(Predicate<List<ReceivedPost>> condition, Duration deadline)
      throws InterruptedException {
    return mailbox.await(condition, deadline);
  }

  /** Stops listening and drops all connections; what came can still be read. */
  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    executor.shutdownNow();
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "webhook-receiver-" + THREADS.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }
}
