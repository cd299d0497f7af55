package dev.registrynotifications.receiver;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Reads a request to its end, records it, and only then answers it. */
final class RecordingHandler implements HttpHandler {

  private static final int CHUNK = 8192;
  private static final int NO_BODY = -1;
  private static final int CHUNKED = 0;

  private final Mailbox mailbox;
  private final Answers answers;
  private final InstantSource clock;
  private final CountDownLatch closed;

  RecordingHandler(Mailbox mailbox, Answers answers, InstantSource clock, CountDownLatch closed) {
    this.mailbox = mailbox;
    this.answers = answers;
    this.clock = clock;
    this.closed = closed;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      ReceivedPost post = read(exchange);
      Answer answer = answers.to(post);
      mailbox.add(post);
      if (stillOpenAfter(answer) && !answer.drops()) {
        send(answer, exchange);
      }
    }
  }

  private ReceivedPost read(HttpExchange exchange) throws IOException {
    ByteBuffer body = ByteBuffer.wrap(exchange.getRequestBody().readAllBytes());
    return new ReceivedPost(
        exchange.getRequestMethod(),
        exchange.getRequestURI().toString(),
        exchange.getRequestHeaders(),
        body,
        clock.instant());
  }

  private boolean stillOpenAfter(Answer answer) {
    try {
      return !closed.await(answer.delay().toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void send(Answer answer, HttpExchange exchange) throws IOException {
    answer.headers().forEach(exchange.getResponseHeaders()::add);
    exchange.sendResponseHeaders(answer.status(), answer.bodyBytes() == 0 ? NO_BODY : CHUNKED);
    if (answer.bodyBytes() > 0) {
      sendBody(answer.bodyBytes(), exchange.getResponseBody());
    }
  }

  /** Ends early, by an exception, when the client has closed the connection. */
  private void sendBody(long bytes, OutputStream body) throws IOException {
    byte[] chunk = new byte[CHUNK];
    for (long left = bytes; left > 0 && closed.getCount() > 0; left -= CHUNK) {
      body.write(chunk, 0, (int) Math.min(left, CHUNK));
    }
  }
}
