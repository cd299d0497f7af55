package dev.registrynotifications.cases;

import static dev.registrynotifications.cases.CaptureCases.REPOSITORY;
import static dev.registrynotifications.cases.CapturedContent.ARTIFACT;
import static dev.registrynotifications.cases.CapturedContent.DOCKER_IMAGE;
import static dev.registrynotifications.cases.CapturedContent.DOCKER_LIST;
import static dev.registrynotifications.cases.CapturedContent.EMPTY_JSON;
import static dev.registrynotifications.cases.CapturedContent.IMAGE;
import static dev.registrynotifications.cases.CapturedContent.INDEX;

import java.util.List;

/** Manifests are pushed, and the one blob that the artifact needs. */
final class ManifestPushCases {

  private static final Content INVALID = new Content(Content.OCI_MANIFEST, "{\"schemaVersion\": ");

  private static final Content ARTIFACT_MANIFEST =
      new Content(
          "application/vnd.oci.artifact.manifest.v1+json",
          """
          {"mediaType": "application/vnd.oci.artifact.manifest.v1+json", "blobs": []}""");

  static final List<CaptureCase> ALL =
      List.of(
          push("manifest-push-by-tag-oci", "latest", IMAGE),
          push("manifest-push-by-tag-schema2", "docker", DOCKER_IMAGE),
          push("manifest-push-by-digest-oci", IMAGE.digest(), IMAGE),
          push("manifest-push-again-same-tag", "latest", IMAGE),
          push("manifest-push-second-tag", "v1.0", IMAGE),
          push("manifest-push-invalid", "invalid", INVALID),
          push("oci-index-push-by-tag", "multi", INDEX),
          push("docker-manifest-list-push-by-tag", "multi-docker", DOCKER_LIST),
          new CaptureCase(
              "blob-push-empty-json", registry -> registry.pushBlob(REPOSITORY, EMPTY_JSON)),
          push("artifact-oci-manifest-push-subject", "sbom", ARTIFACT),
          push("artifact-manifest-v1-push", "artifact", ARTIFACT_MANIFEST));

  private ManifestPushCases() {}

  private static CaptureCase push(String name, String reference, Content manifest) {
    return new CaptureCase(name, registry -> registry.putManifest(REPOSITORY, reference, manifest));
  }
}
