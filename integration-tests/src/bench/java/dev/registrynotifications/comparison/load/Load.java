package dev.registrynotifications.comparison.load;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Has a registry make events, by a few connections at once, round robin over its repositories. */
public final class Load {

  private static final int CONNECTIONS = 4;

  private final URI registry;
  private final List<Portion> portions;

  private Load(URI registry, List<Portion> portions) {
    this.registry = registry;
    this.portions = portions;
  }

  /** Pushes images to an empty registry, which makes {@link #firstEvents}; then it pulls them. */
  public static Load ofPulls(URI registry) {
    Images.push(registry);
    return new Load(registry, List.of(Portion.pulls(registry)));
  }

  /** The same, but pushes them again with many tags at once; distribution 2.8 takes only one. */
  public static Load ofTags(URI registry) {
    Images.push(registry);
    return new Load(registry, Portion.pushes(registry));
  }

  /** How many events there were before the first that was asked for. */
  public static long firstEvents() {
    return Images.EVENTS;
  }

  /**
   * Makes events.
   *
   * @param atLeast how many; it is rounded up
   * @return how many they were
   */
  public long make(long atLeast) throws IOException, InterruptedException {
    AtomicLong left = new AtomicLong(atLeast);
    ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
    try {
      List<Callable<Long>> shares = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS; i++) {
        int first = i;
        shares.add(() -> make(left, first));
      }
      return sum(threads.invokeAll(shares));
    } finally {
      threads.shutdownNow();
    }
  }

  private long make(AtomicLong left, int first) throws IOException {
    List<byte[]> requests = portions.stream().map(Portion::bytes).toList();
    int size = portions.get(0).events();
    long made = 0;
    try (Pipeline pipeline = new Pipeline(registry)) {
      for (int next = first; left.getAndAdd(-size) > 0; next += CONNECTIONS) {
        int index = next % portions.size();
        pipeline.send(requests.get(index), portions.get(index).answers());
        made += size;
      }
    }
    return made;
  }

  private static long sum(List<Future<Long>> shares) throws IOException, InterruptedException {
    long sum = 0;
    for (Future<Long> share : shares) {
      try {
        sum += share.get();
      } catch (ExecutionException e) {
        throw new IOException("Could not make events: " + e.getCause(), e);
      }
    }
    return sum;
  }
}
