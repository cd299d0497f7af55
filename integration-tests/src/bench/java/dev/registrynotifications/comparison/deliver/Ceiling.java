package dev.registrynotifications.comparison.deliver;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.registrynotifications.bench.run.BareConnection;
import dev.registrynotifications.bench.run.Effort;
import dev.registrynotifications.comparison.peer.Allocated;
import dev.registrynotifications.comparison.receiver.Behaviour;
import dev.registrynotifications.comparison.receiver.ChildReceiver;
import dev.registrynotifications.comparison.receiver.RawBody;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * What the receiver can take at most: bodies by bare sockets.
 *
 * @param connections how many post at once, each by a thread of this process
 * @param eventsPerRequest how many events a body has
 */
record Ceiling(int connections, int eventsPerRequest) {

  /** Whatever is asked for: there is hardly anything to warm up, and nothing to be compared. */
  private static final Effort EFFORT = new Effort(1, Duration.ofSeconds(2), Duration.ofSeconds(5));

  static List<Ceiling> all() {
    return List.of(
        new Ceiling(1, 1),
        new Ceiling(8, 1),
        new Ceiling(16, 1),
        new Ceiling(1, 64),
        new Ceiling(8, 64));
  }

  /**
   * Measures it.
   *
   * @param one a body with one event
   */
  Figures measure(ChildReceiver receiver, RawBody one) throws IOException, InterruptedException {
    receiver.listen(Behaviour.PROMPT);
    URI url = receiver.uri().resolve("ceiling");
    byte[] request = request(url, one.times(eventsPerRequest));
    long end = System.nanoTime() + EFFORT.warmUp().plus(EFFORT.measured()).toNanos();
    ExecutorService threads = Executors.newFixedThreadPool(connections);
    try {
      List<Future<?>> posting = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        posting.add(threads.submit(() -> postUntil(end, url.getPort(), request)));
      }
      TimeUnit.MILLISECONDS.sleep(EFFORT.warmUp().toMillis());
      Reading before = reading(receiver);
      awaitAll(posting);
      return reading(receiver).since(before);
    } finally {
      threads.shutdownNow();
      receiver.refuse();
    }
  }

  private static byte[] request(URI url, RawBody body) {
    String text =
        "POST %s HTTP/1.1\r\nHost: %s\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(url.getPath(), url.getAuthority(), body.text().length(), body.text());
    return text.getBytes(ISO_8859_1);
  }

  private static boolean postUntil(long end, int port, byte[] request) throws IOException {
    try (BareConnection connection = BareConnection.to(port)) {
      while (System.nanoTime() - end < 0) {
        connection.send(request, 200);
      }
    }
    return true;
  }

  private static void awaitAll(List<Future<?>> posting) throws IOException, InterruptedException {
    for (Future<?> each : posting) {
      try {
        each.get();
      } catch (ExecutionException e) {
        throw new IOException("Could not post: " + e.getCause(), e);
      }
    }
  }

  /** Of the receiver only: there is no registry. */
  private static Reading reading(ChildReceiver receiver) throws IOException {
    return new Reading(System.nanoTime(), receiver.tally(), Duration.ZERO, new Allocated(Map.of()));
  }
}
