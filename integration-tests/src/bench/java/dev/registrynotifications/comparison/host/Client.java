package dev.registrynotifications.comparison.host;

import dev.registrynotifications.bench.run.BareConnection;
import dev.registrynotifications.bench.run.Effort;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;

/**
 * Pushes manifests by one connection, and notes how long each took from when it should have been
 * sent.
 */
record Client(int port, Pace pace, int first, Effort effort) implements Callable<long[]> {

  @Override
  public long[] call() throws IOException {
    byte[][] requests = Puts.manifests();
    LongStream.Builder times = LongStream.builder();
    long counted = System.nanoTime() + effort.warmUp().toNanos();
    long end = counted + effort.measured().toNanos();
    try (BareConnection connection = BareConnection.to(port)) {
      long intended = pace.await(0);
      for (long number = 0; intended < end; intended = pace.await(++number)) {
        connection.send(requests[(int) ((first + number) % requests.length)], 201);
        if (intended >= counted) {
          times.add(System.nanoTime() - intended);
        }
      }
    }
    return times.build().toArray();
  }
}
