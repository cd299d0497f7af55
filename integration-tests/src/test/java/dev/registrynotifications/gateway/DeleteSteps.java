package dev.registrynotifications.gateway;

import static dev.registrynotifications.gateway.Things.DOCKER_IMAGE;
import static dev.registrynotifications.gateway.Things.IMAGE;
import static dev.registrynotifications.gateway.Things.INDEX;
import static dev.registrynotifications.gateway.Things.LAYER;
import static dev.registrynotifications.gateway.Things.OLD_IMAGE;
import static dev.registrynotifications.gateway.Things.ONE;
import static dev.registrynotifications.gateway.Things.OTHER;
import static dev.registrynotifications.gateway.Things.OTHER_IMAGE;
import static dev.registrynotifications.gateway.Things.encoded;
import static dev.registrynotifications.gateway.Things.unknownDigest;

import dev.registrynotifications.cases.Content;
import java.util.List;

/** Manifests and blobs are deleted, and pushed once more. */
final class DeleteSteps {

  private static final Content UNTAGGED = Things.image(Content.OCI_MANIFEST, "untagged");

  static final List<Step> ALL =
      List.of(
          delete("a tag", 400, ONE.manifest("latest")),
          delete("a manifest with several tags", 202, ONE.manifest(IMAGE.digest())),
          delete("a manifest again", 404, ONE.manifest(IMAGE.digest())),
          delete("a manifest with a tag that moved to it", 202, ONE.manifest(OTHER_IMAGE.digest())),
          delete("an index", 202, ONE.manifest(INDEX.digest())),
          delete(
              "a manifest by an encoded digest", 202, ONE.manifest(encoded(DOCKER_IMAGE.digest()))),
          delete("an unknown manifest", 404, ONE.manifest(unknownDigest())),
          new Step(
              "delete a manifest without tags",
              "201/202",
              registry -> {
                registry.putManifest(ONE.repository(), UNTAGGED.digest(), UNTAGGED);
                registry.delete(ONE.manifest(UNTAGGED.digest()));
              }),
          new Step(
              "delete what was deleted and pushed again",
              "201/202",
              registry -> {
                registry.putManifest(ONE.repository(), "latest", IMAGE);
                registry.delete(ONE.manifest(IMAGE.digest()));
              }),
          new Step(
              "delete what was only pulled by a tag",
              "200/202",
              registry -> {
                registry.get(ONE.manifest("pulled"), "Accept", Content.OCI_MANIFEST);
                registry.delete(ONE.manifest(OLD_IMAGE.digest()));
              }),
          delete(
              "a manifest with a tag that never went by", 202, OTHER.manifest(OLD_IMAGE.digest())),
          delete("a blob", 202, ONE.blob(LAYER.digest())),
          delete("a blob again", 404, ONE.blob(LAYER.digest())),
          delete("a blob that is elsewhere, too", 202, OTHER.blob(LAYER.digest())),
          delete("an unknown blob", 404, ONE.blob(unknownDigest())),
          new Step(
              "pull of a blob that was deleted",
              "404",
              registry -> registry.get(ONE.blob(LAYER.digest()))));

  private DeleteSteps() {}

  private static Step delete(String name, int status, String path) {
    return new Step("delete " + name, Integer.toString(status), registry -> registry.delete(path));
  }
}
