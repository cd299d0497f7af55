package dev.registrynotifications.cases;

import static dev.registrynotifications.cases.CaptureCases.REPOSITORY;
import static dev.registrynotifications.cases.CaptureCases.blob;
import static dev.registrynotifications.cases.CaptureCases.manifest;
import static dev.registrynotifications.cases.CapturedContent.IMAGE;
import static dev.registrynotifications.cases.CapturedContent.INDEX;
import static dev.registrynotifications.cases.CapturedContent.LAYER;

import java.util.List;

/** Tags, manifests and blobs are deleted. */
final class DeleteCases {

  static final List<CaptureCase> ALL =
      List.of(
          delete("tag-delete", manifest("docker")),
          delete("tag-delete-404", manifest("unknown")),
          new CaptureCase(
              "manifest-delete-by-digest-with-tags",
              registry -> registry.putManifest(REPOSITORY, "latest", IMAGE),
              registry -> registry.delete(manifest(IMAGE))),
          delete("manifest-delete-again-404", manifest(IMAGE)),
          delete("manifest-delete-index", manifest(INDEX)),
          delete("blob-delete", blob(LAYER)),
          delete("blob-delete-again-404", blob(LAYER)));

  private DeleteCases() {}

  private static CaptureCase delete(String name, String path) {
    return new CaptureCase(name, registry -> registry.delete(path));
  }
}
