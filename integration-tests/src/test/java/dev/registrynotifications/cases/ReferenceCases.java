package dev.registrynotifications.cases;

import static dev.registrynotifications.cases.CaptureCases.OTHER_REPOSITORY;
import static dev.registrynotifications.cases.CaptureCases.REPOSITORY;
import static dev.registrynotifications.cases.CaptureCases.manifest;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * What was captured with {@code includereferences: true}. Here the very bytes are pushed again, as
 * the references show their digests.
 */
final class ReferenceCases {

  private static final Content CONFIG =
      Content.blob(
          """
          {"architecture":"amd64","os":"linux","rootfs":{"type":"layers","diff_ids":[]}}""");
  private static final Content LAYER = Content.blob("a".repeat(300));
  private static final Content INDEX = pushed(Content.OCI_INDEX, "oci-index");

  static final List<CaptureCase> ALL =
      List.of(
          new CaptureCase(
              "oci-manifest",
              ReferenceCases::pushBlobs,
              registry ->
                  registry.putManifest(
                      REPOSITORY, "latest", pushed(Content.OCI_MANIFEST, "oci-manifest"))),
          push("oci-manifest-no-layers", "nolayers", Content.OCI_MANIFEST),
          push("oci-manifest-config-platform", "plat", Content.OCI_MANIFEST),
          push("oci-manifest-without-media-types", "bare", Content.OCI_MANIFEST),
          push("schema2-manifest", "docker", Content.DOCKER_MANIFEST),
          push("oci-index", "multi", Content.OCI_INDEX),
          push("docker-list", "multi-docker", Content.DOCKER_LIST),
          push("oci-index-empty", "emptyidx", Content.OCI_INDEX),
          pull("pull-oci-manifest", "latest", Content.OCI_MANIFEST),
          pull("pull-oci-index", "multi", Content.OCI_INDEX),
          pull("pull-docker-list", "multi-docker", Content.DOCKER_LIST),
          pull("pull-schema2-manifest", "docker", Content.DOCKER_MANIFEST),
          new CaptureCase(
              "head-oci-manifest",
              registry -> registry.head(manifest("latest"), "Accept", Content.OCI_MANIFEST)),
          new CaptureCase(
              "blob-push-empty", registry -> registry.pushBlob(REPOSITORY, Content.blob(""))),
          new CaptureCase("mount", ReferenceCases::mount),
          new CaptureCase("delete", registry -> registry.delete(manifest(INDEX))));

  private ReferenceCases() {}

  private static void pushBlobs(RegistryClient registry) {
    registry.pushBlob(REPOSITORY, CONFIG);
    registry.pushBlob(REPOSITORY, LAYER);
  }

  private static void mount(RegistryClient registry) {
    String query = "?mount=" + CONFIG.digest() + "&from=" + REPOSITORY;
    registry.post("/v2/" + OTHER_REPOSITORY + "/blobs/uploads/" + query, new byte[0]);
  }

  private static CaptureCase push(String name, String tag, String mediaType) {
    Content manifest = pushed(mediaType, name);
    return new CaptureCase(name, registry -> registry.putManifest(REPOSITORY, tag, manifest));
  }

  private static CaptureCase pull(String name, String tag, String mediaType) {
    return new CaptureCase(name, registry -> registry.get(manifest(tag), "Accept", mediaType));
  }

  private static Content pushed(String mediaType, String name) {
    String file = "/captures/distribution-2.8.2-references/pushed/" + name + ".json";
    try (InputStream in = ReferenceCases.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new AssertionError("Could not find " + file);
      }
      return new Content(mediaType, new String(in.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("Could not read " + file + ": " + e.getMessage(), e);
    }
  }
}
