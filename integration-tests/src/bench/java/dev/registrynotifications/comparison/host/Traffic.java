package dev.registrynotifications.comparison.host;

import dev.registrynotifications.bench.run.BareConnection;
import dev.registrynotifications.bench.run.Effort;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Two clients of a registry that push manifests at the same time. */
record Traffic(int port, Effort effort) {

  private static final int CLIENTS = 2;

  /** Makes what the manifests point at. */
  void prepare() throws IOException {
    try (BareConnection connection = BareConnection.to(port)) {
      for (byte[] request : Puts.uploads()) {
        connection.send(request, 201);
      }
    }
  }

  /** Each client sends when its last request is answered. */
  Latencies closed() throws InterruptedException {
    return run(() -> Pace.CLOSED);
  }

  /** Altogether so many a second, come what may. */
  Latencies open(double perSecond) throws InterruptedException {
    return run(() -> Pace.open(perSecond / CLIENTS));
  }

  private Latencies run(Supplier<Pace> pace) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<Client> clients = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        clients.add(new Client(port, pace.get(), i * 32, effort));
      }
      List<long[]> times = new ArrayList<>();
      for (Future<long[]> client : threads.invokeAll(clients)) {
        times.add(client.get());
      }
      return Latencies.of(times, effort.measured().toNanos() / 1e9);
    } catch (ExecutionException e) {
      throw new IllegalStateException("Could not push manifests: " + e.getCause(), e);
    } finally {
      threads.shutdown();
    }
  }
}
