package dev.registrynotifications.gateway;

import dev.registrynotifications.cases.Content;
import dev.registrynotifications.cases.RegistryClient;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Clients that push and pull at the same time, each in every repository. */
final class Crowd {

  /** Where they meet. */
  static final List<String> REPOSITORIES =
      IntStream.range(0, 12).mapToObj(i -> "crowd/of" + i % 3 + "/r" + i).toList();

  private static final int CLIENTS = 6;
  private static final int REQUESTS_TOLD_OF = 7;

  /** How much there is to be told when they are done. */
  static final int EVENTS = CLIENTS * REPOSITORIES.size() * REQUESTS_TOLD_OF;

  private Crowd() {}

  /** Lets them begin together, and waits for the last one. */
  static void run(URI registry) {
    ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<Future<?>> clients = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        RegistryClient client = new RegistryClient(registry).as("client " + i);
        int number = i;
        clients.add(threads.submit(() -> work(client, number)));
      }
      await(clients);
    } finally {
      threads.shutdownNow();
    }
  }

  private static void await(List<Future<?>> clients) {
    try {
      for (Future<?> client : clients) {
        client.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Could not wait for the clients: interrupted", e);
    } catch (ExecutionException e) {
      throw new AssertionError("Could not do a client's work: " + e.getCause(), e);
    }
  }

  /** Each begins elsewhere; all push the same layer, and by the same tag. */
  private static void work(RegistryClient client, int number) {
    for (int i = 0; i < REPOSITORIES.size(); i++) {
      String repository = REPOSITORIES.get((i + 2 * number) % REPOSITORIES.size());
      Place place = new Place(repository);
      Content image = Things.image(Content.OCI_MANIFEST, "of client " + number);
      client.pushBlob(repository, Things.LAYER);
      client.pushBlob(repository, Things.CONFIG);
      client.putManifest(repository, "latest", image);
      client.putManifest(repository, "of-" + number, image);
      client.get(place.manifest("of-" + number), "Accept", Content.OCI_MANIFEST);
      client.get(place.blob(Things.LAYER.digest()));
      client.head(place.blob(Things.CONFIG.digest()));
    }
  }
}
