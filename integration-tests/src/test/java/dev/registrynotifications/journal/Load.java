package dev.registrynotifications.journal;

import static dev.registrynotifications.Patience.DEADLINE;

import dev.registrynotifications.cases.Content;
import dev.registrynotifications.host.HostProcess;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Several clients at once, each of a repository of its own, that push as long as there is a
 * registry.
 */
final class Load implements AutoCloseable {

  private final List<Pusher> pushers;
  private final ExecutorService threads;

  Load(List<String> repositories) {
    pushers = repositories.stream().map(Pusher::new).toList();
    threads = Executors.newFixedThreadPool(pushers.size());
  }

  List<Pusher> pushers() {
    return pushers;
  }

  /** Kills the registry once it has answered so many requests, while others are under way. */
  void killAmid(HostProcess host, int answers) throws InterruptedException, ExecutionException {
    CountDownLatch toGo = new CountDownLatch(answers);
    List<Future<?>> clients = new ArrayList<>();
    for (Pusher pusher : pushers) {
      clients.add(threads.submit(() -> pushUntilGone(pusher, host.baseUri(), toGo)));
    }
    boolean inTime = toGo.await(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
    host.kill();
    for (Future<?> client : clients) {
      client.get();
    }
    if (!inTime) {
      throw new AssertionError("not " + answers + " answers, but " + toGo.getCount() + " fewer");
    }
  }

  private static void pushUntilGone(Pusher pusher, URI registry, CountDownLatch toGo) {
    try {
      while (true) {
        Content blob = pusher.pushBlob(registry);
        toGo.countDown();
        pusher.pushManifest(registry, blob);
        toGo.countDown();
      }
    } catch (IOException e) {
      // The registry is gone: whether it did what it was asked last isn't known.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
