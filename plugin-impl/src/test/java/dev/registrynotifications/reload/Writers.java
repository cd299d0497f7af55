package dev.registrynotifications.reload;

import static dev.registrynotifications.Patience.DEADLINE;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.util.concurrent.Uninterruptibles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Threads of a registry that cause events without pause, each in repositories of its own, as long
 * as no more than some hundreds of them are on their way.
 */
final class Writers implements AutoCloseable {

  private static final int THREADS = 4;
  private static final int REPOSITORIES = 3;
  private static final int ON_THEIR_WAY = 200;
  private static final int MOST_EACH = 100_000;

  private final Node node;
  private final Semaphore room = new Semaphore(ON_THEIR_WAY);
  private final Map<String, List<String>> idsByRepository = new ConcurrentSkipListMap<>();
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final List<Future<?>> running = new ArrayList<>();
  private volatile boolean ended;

  Writers(Node node) {
    this.node = node;
  }

  /** One event has arrived where all do. */
  void arrived() {
    room.release();
  }

  void start() {
    for (int i = 0; i < THREADS; i++) {
      String owner = "writer-" + i;
      running.add(threads.submit(() -> write(owner), owner));
    }
  }

  private void write(String owner) {
    for (int i = 0; i < MOST_EACH && !ended; i++) {
      boolean free = Uninterruptibles.tryAcquireUninterruptibly(room, DEADLINE);
      assertThat(free).as("something arrives").isTrue();
      String repository = owner + "/" + i % REPOSITORIES;
      // Only this thread writes into that list.
      List<String> ids = idsByRepository.computeIfAbsent(repository, unused -> new ArrayList<>());
      ids.add(node.push(repository));
    }
  }

  /** Has them end, and returns the ids of their events, in order, by repository. */
  Map<String, List<String>> end() throws Exception {
    ended = true;
    for (Future<?> one : running) {
      Object unused = one.get(DEADLINE.toSeconds(), TimeUnit.SECONDS);
    }
    return Map.copyOf(idsByRepository);
  }

  @Override
  public void close() {
    ended = true;
    threads.shutdownNow();
  }
}
