package dev.registrynotifications.comparison.load;

import dev.registrynotifications.cases.Content;
import dev.registrynotifications.cases.RegistryClient;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;

/** An image in each of some repositories: the same manifest under a tag of its own. */
final class Images {

  /** An endpoint of ours has one request under way for each of them, at most. */
  static final List<Integer> NUMBERS = IntStream.range(0, 64).boxed().toList();

  static final int EVENTS = 2 * NUMBERS.size();

  private static final Content LAYER = Content.blob("a layer");
  static final Content MANIFEST = manifest();

  private Images() {}

  static String repository(int number) {
    return "team/app-%02d".formatted(number);
  }

  static String tag(int number) {
    return "1.0.%02d".formatted(number);
  }

  /** Pushes all of them: a blob and a manifest each. */
  static void push(URI registry) {
    RegistryClient client = new RegistryClient(registry);
    for (int number : NUMBERS) {
      client.pushBlob(repository(number), LAYER);
      client.putManifest(repository(number), tag(number), MANIFEST);
      String statuses = client.takeStatuses();
      if (!statuses.equals("202/201/201")) {
        throw new IllegalStateException("Could not push to " + registry + ": " + statuses);
      }
    }
  }

  private static Content manifest() {
    return new Content(
        Content.OCI_MANIFEST,
        """
        {"schemaVersion": 2, "mediaType": "%s", "config": %s, "layers": [%s]}"""
            .formatted(
                Content.OCI_MANIFEST,
                LAYER.descriptor("application/vnd.oci.image.config.v1+json"),
                LAYER.descriptor("application/vnd.oci.image.layer.v1.tar")));
  }
}
