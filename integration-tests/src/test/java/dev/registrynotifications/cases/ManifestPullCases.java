package dev.registrynotifications.cases;

import static dev.registrynotifications.cases.CaptureCases.manifest;
import static dev.registrynotifications.cases.CapturedContent.IMAGE;

import java.util.List;

/** Manifests are pulled. */
final class ManifestPullCases {

  static final List<CaptureCase> ALL =
      List.of(
          pull("manifest-pull-by-tag", manifest("latest"), Content.OCI_MANIFEST),
          pull("manifest-pull-by-digest", manifest(IMAGE), Content.OCI_MANIFEST),
          pull("manifest-pull-schema2-by-tag", manifest("docker"), Content.DOCKER_MANIFEST),
          new CaptureCase(
              "manifest-pull-if-none-match-304",
              registry ->
                  registry.get(
                      manifest("latest"),
                      "Accept",
                      Content.OCI_MANIFEST,
                      "If-None-Match",
                      IMAGE.digest())),
          pull("manifest-pull-404", manifest("unknown"), Content.OCI_MANIFEST),
          new CaptureCase(
              "manifest-pull-list-without-accept",
              registry -> registry.get(manifest("multi-docker"))),
          pull("index-pull-by-tag", manifest("multi"), Content.OCI_INDEX),
          head("manifest-head-by-tag", manifest("latest")),
          head("manifest-head-by-digest", manifest(IMAGE)));

  private ManifestPullCases() {}

  private static CaptureCase pull(String name, String path, String mediaType) {
    return new CaptureCase(name, registry -> registry.get(path, "Accept", mediaType));
  }

  private static CaptureCase head(String name, String path) {
    return new CaptureCase(name, registry -> registry.head(path, "Accept", Content.OCI_MANIFEST));
  }
}
