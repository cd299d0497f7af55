package dev.registrynotifications.bench.delivery;

import dev.registrynotifications.bench.webhook.ChildWebhook;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Has some posters post at once, each on a thread of its own.
 *
 * @param eventsPerPost how many events a request carries
 */
public record PostingLoop(ChildWebhook webhook, int eventsPerPost) {

  /** Posts until the time is over, and closes the posters. */
  public Cost run(List<? extends Poster> posters, Duration time)
      throws IOException, InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(posters.size());
    Meter meter = Meter.start(webhook);
    long end = System.nanoTime() + time.toNanos();
    try {
      long posts = sum(threads.invokeAll(posters.stream().map(p -> loop(p, end)).toList()));
      return meter.stop(posts * eventsPerPost);
    } finally {
      threads.shutdown();
      for (Poster poster : posters) {
        poster.close();
      }
    }
  }

  private static Callable<Long> loop(Poster poster, long end) {
    return () -> {
      long posts = 0;
      while (System.nanoTime() - end < 0) {
        poster.post();
        posts++;
      }
      return posts;
    };
  }

  private static long sum(List<Future<Long>> counts) throws IOException, InterruptedException {
    long sum = 0;
    for (Future<Long> count : counts) {
      try {
        sum += count.get();
      } catch (ExecutionException e) {
        throw new IOException("Could not post: " + e.getCause(), e);
      }
    }
    return sum;
  }
}
