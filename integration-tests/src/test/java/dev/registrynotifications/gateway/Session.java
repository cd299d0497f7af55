package dev.registrynotifications.gateway;

import static dev.registrynotifications.gateway.Things.CONFIG;
import static dev.registrynotifications.gateway.Things.OLD_IMAGE;
import static dev.registrynotifications.gateway.Things.OLD_LAYER;
import static dev.registrynotifications.gateway.Things.ONE;
import static dev.registrynotifications.gateway.Things.OTHER;
import static dev.registrynotifications.gateway.Things.OTHER_OLD_LAYER;
import static dev.registrynotifications.gateway.Things.THIRD_OLD_LAYER;

import dev.registrynotifications.cases.Content;
import dev.registrynotifications.cases.RegistryClient;
import java.util.List;
import java.util.stream.Stream;

/** One client's requests, one after the other, on one connection. */
final class Session {

  static final List<String> REPOSITORIES = List.of(ONE.repository(), OTHER.repository());

  /** Each builds on what those before it left behind. */
  private static final List<Step> STEPS =
      Stream.of(UploadSteps.ALL, PullSteps.ALL, ManifestSteps.ALL, HeaderSteps.ALL, DeleteSteps.ALL)
          .flatMap(List::stream)
          .toList();

  private Session() {}

  /** Puts things into a registry that the gateway isn't to see. */
  static void prepare(RegistryClient original) {
    for (Content blob : List.of(CONFIG, OLD_LAYER, OTHER_OLD_LAYER, THIRD_OLD_LAYER)) {
      original.pushBlob(ONE.repository(), blob);
    }
    original.putManifest(ONE.repository(), "old", OLD_IMAGE);
    original.putManifest(ONE.repository(), "pulled", OLD_IMAGE);
    original.pushBlob(OTHER.repository(), CONFIG);
    original.pushBlob(OTHER.repository(), OLD_LAYER);
    original.putManifest(OTHER.repository(), "unseen", OLD_IMAGE);
  }

  /** What is to be answered: a line a step. */
  static List<String> expected() {
    return STEPS.stream().map(step -> step.name() + ": " + step.statuses()).toList();
  }

  /** Does it all, and returns what was answered: a line a step. */
  static List<String> run(RegistryClient client) {
    return STEPS.stream().map(step -> step.name() + ": " + statuses(step, client)).toList();
  }

  private static String statuses(Step step, RegistryClient client) {
    step.requests().accept(client.as(step.name()));
    return client.takeStatuses();
  }
}
