package dev.registrynotifications.gateway;

import dev.registrynotifications.cases.Content;
import dev.registrynotifications.cases.RegistryClient;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Clients that push and pull at the same time, each in every repository. */
final class Crowd {

  /** Where they meet. */
  static final List<String> REPOSITORIES =
      IntStream.range(0, 12).mapToObj(i -> "crowd/of" + i % 3 + "/r" + i).toList();

  private static final int CLIENTS = 6;
  private static final Set<String> DONE = Set.of("200", "201");

  private Crowd() {}

  /**
   * Lets them begin together, and waits for the last one.
   *
   * @return how many things they did that are to be told
   */
  static int run(URI registry) {
    ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<Future<Integer>> clients = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        RegistryClient client = new RegistryClient(registry).as("client " + i);
        int number = i;
        clients.add(threads.submit(() -> work(client, number)));
      }
      return sum(clients);
    } finally {
      threads.shutdownNow();
    }
  }

  private static int sum(List<Future<Integer>> clients) {
    try {
      int sum = 0;
      for (Future<Integer> client : clients) {
        sum += client.get();
      }
      return sum;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Could not wait for the clients: interrupted", e);
    } catch (ExecutionException e) {
      throw new AssertionError("Could not do a client's work: " + e.getCause(), e);
    }
  }

  /**
   * Each begins elsewhere; all push the same layer, and by the same tag, which the original may
   * refuse to the one or the other.
   */
  private static int work(RegistryClient client, int number) {
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
    return told(client.takeStatuses());
  }

  /** An upload that begins is answered with another status. */
  private static int told(String statuses) {
    return (int) Stream.of(statuses.split("/")).filter(DONE::contains).count();
  }
}
