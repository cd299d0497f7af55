package dev.registrynotifications.field;

import dev.registrynotifications.audience.Visit;
import dev.registrynotifications.cases.Content;
import java.net.URI;
import java.util.Collections;

/** A visit with some of everything that a client may do, to images whose events are large. */
final class ImageVisit {

  /** How many images are pushed. */
  static final int IMAGES = 20;

  private static final int LAYERS = 60;

  private ImageVisit() {}

  /** Pays one. */
  static Visit at(URI registry, String repository) {
    Visit visit = new Visit(registry, repository);
    Content layer = Content.blob("layer of " + repository);
    Content config = Content.blob("{\"of\": \"" + repository + "\"}");
    visit.pushBlob(layer);
    visit.pushBlob(config);
    for (int i = 0; i < IMAGES; i++) {
      visit.pushManifest("v" + i, image(layer, config, i));
    }
    visit.headManifest("v0", image(layer, config, 0));
    visit.pullManifest("v0", image(layer, config, 0));
    visit.pullBlob(layer);
    visit.deleteTag("v1");
    visit.deleteManifest(image(layer, config, 2), "v2");
    visit.deleteBlob(layer);
    return visit;
  }

  private static Content image(Content layer, Content config, int number) {
    String descriptor = layer.descriptor("application/vnd.oci.image.layer.v1.tar");
    String layers = String.join(", ", Collections.nCopies(LAYERS, descriptor));
    return new Content(
        Content.OCI_MANIFEST,
        """
        {"schemaVersion": 2, "annotations": {"number": "%d"}, "config": %s, "layers": [%s]}"""
            .formatted(
                number, config.descriptor("application/vnd.oci.image.config.v1+json"), layers));
  }
}
