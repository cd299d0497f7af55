package dev.registrynotifications.cases;

import java.util.Map;

/**
 * What the captured requests carried, made anew: of the same types and sizes, but of other bytes,
 * so the digests are mapped back to those of the captures.
 */
public final class CapturedContent {

  static final Content CONFIG =
      Content.blob(
              """
              {"architecture": "amd64", "os": "linux", "rootfs": {"type": "layers"}}""")
          .padded(90);
  static final Content LAYER = Content.blob("l".repeat(200));
  static final Content SECOND_LAYER = Content.blob("s".repeat(300));
  static final Content EMPTY_JSON = Content.blob("{}");

  static final Content IMAGE =
      new Content(
              Content.OCI_MANIFEST,
              image(
                  Content.OCI_MANIFEST,
                  "application/vnd.oci.image.config.v1+json",
                  "application/vnd.oci.image.layer.v1.tar"))
          .padded(787);

  static final Content DOCKER_IMAGE =
      new Content(
              Content.DOCKER_MANIFEST,
              image(
                  Content.DOCKER_MANIFEST,
                  "application/vnd.docker.container.image.v1+json",
                  "application/vnd.docker.image.rootfs.diff.tar"))
          .padded(766);

  static final Content INDEX = index(Content.OCI_INDEX, IMAGE).padded(448);
  static final Content DOCKER_LIST = index(Content.DOCKER_LIST, DOCKER_IMAGE).padded(402);

  static final Content ARTIFACT =
      new Content(
              Content.OCI_MANIFEST,
              """
              {"schemaVersion": 2, "mediaType": "%s", "config": %s, "layers": [%s], "subject": %s}"""
                  .formatted(
                      Content.OCI_MANIFEST,
                      EMPTY_JSON.descriptor("application/vnd.oci.empty.v1+json"),
                      LAYER.descriptor("application/spdx+json"),
                      IMAGE.descriptor(Content.OCI_MANIFEST)))
          .padded(736);

  /** From the digest that we send to the captured one. */
  private static final Map<String, String> CAPTURED_DIGESTS =
      Map.of(
          CONFIG.digest(),
          "sha256:dc570f145a7f2862c9ef3c30b8d6ae2feaceb0d364e4b2e08e67ae18815427d9",
          LAYER.digest(),
          "sha256:a467cb56f2179d3e16a19bcabfaeeb4c9e6e3413c7ea12f2d6d4b3835b769504",
          SECOND_LAYER.digest(),
          "sha256:9f610b5874c8292bd7d6b89fb898d80f02d56bfef6ab09c080653d3ffc0b723a",
          IMAGE.digest(),
          "sha256:4d6043cecbdbcbf3d62e6a4dbfd5f9ddf542488196855694cb41a22417274e83",
          DOCKER_IMAGE.digest(),
          "sha256:f596d94e89c4340b0eaadf596186ac3c7614aa8d9a335036e3b7bd89f9beb541",
          INDEX.digest(),
          "sha256:d6efd135f7b6242202da3b1f4697e933ec8133c4fa5882b8103d0cb29d7e2c90",
          DOCKER_LIST.digest(),
          "sha256:fb56ea8243fbcb03cd115e39aefe07e57eb3813966f00538094104660d4ace2f",
          ARTIFACT.digest(),
          "sha256:b23596f156b27886cf5c52111389c0cb14f5a7fcfa5ffa349d383d8a83995232");

  private CapturedContent() {}

  /** Replaces each digest that we send by the one that the capture has in its place. */
  public static String withCapturedDigests(String body) {
    String result = body;
    for (Map.Entry<String, String> digest : CAPTURED_DIGESTS.entrySet()) {
      result = result.replace(digest.getKey(), digest.getValue());
    }
    return result;
  }

  private static String image(String manifestType, String configType, String layerType) {
    return """
        {"schemaVersion": 2, "mediaType": "%s", "config": %s, "layers": [%s, %s]}"""
        .formatted(
            manifestType,
            CONFIG.descriptor(configType),
            LAYER.descriptor(layerType),
            SECOND_LAYER.descriptor(layerType));
  }

  /** An index with an image for one platform. */
  public static Content index(String type, Content image) {
    String entry =
        image
            .descriptor(image.mediaType())
            .replaceFirst(
                "}$", ", \"platform\": {\"architecture\": \"amd64\", \"os\": \"linux\"}}");
    return new Content(
        type,
        """
        {"schemaVersion": 2, "mediaType": "%s", "manifests": [%s]}"""
            .formatted(type, entry));
  }
}
