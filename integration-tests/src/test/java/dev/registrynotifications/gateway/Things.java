package dev.registrynotifications.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.registrynotifications.cases.CapturedContent;
import dev.registrynotifications.cases.Content;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What the session pushes and pulls. */
final class Things {

  /** Where most of it happens. */
  static final Place ONE = new Place("raw/one");

  /** Where blobs are mounted, and a name that reads like a path of the API. */
  static final Place OTHER = new Place("raw/blobs/uploads/manifests/other");

  static final Content CONFIG = Content.blob("{\"architecture\": \"amd64\", \"os\": \"linux\"}");
  static final Content LAYER = Content.blob("l".repeat(2_000));
  static final Content EMPTY = Content.blob("");

  /** Pushed by its SHA-512 digest; the original knows content by its SHA-256, too. */
  static final Content ALIASED = Content.blob("s".repeat(777));

  static final Content BIG = Content.blob("b".repeat(3_000_000));

  /** What the original had before there was the gateway. */
  static final Content OLD_LAYER = Content.blob("o".repeat(1_234));

  static final Content OTHER_OLD_LAYER = Content.blob("O".repeat(2_345));
  static final Content THIRD_OLD_LAYER = Content.blob("0".repeat(3_456));
  static final Content OLD_IMAGE = image(Content.OCI_MANIFEST, "old", OLD_LAYER);

  static final Content IMAGE = image(Content.OCI_MANIFEST, "one");
  static final Content OTHER_IMAGE = image(Content.OCI_MANIFEST, "other");
  static final Content DOCKER_IMAGE = image(Content.DOCKER_MANIFEST, "docker");
  static final Content LACKING = image(Content.OCI_MANIFEST, "lacking", Content.blob("nowhere"));
  static final Content INDEX = CapturedContent.index(Content.OCI_INDEX, IMAGE);
  static final Content DOCKER_LIST = CapturedContent.index(Content.DOCKER_LIST, DOCKER_IMAGE);

  private Things() {}

  /** An image that differs from others by its name only. */
  static Content image(String type, String name) {
    return image(type, name, LAYER);
  }

  private static Content image(String type, String name, Content onlyLayer) {
    boolean isOci = type.equals(Content.OCI_MANIFEST);
    String config =
        CONFIG.descriptor(
            isOci
                ? "application/vnd.oci.image.config.v1+json"
                : "application/vnd.docker.container.image.v1+json");
    String layer =
        onlyLayer.descriptor(
            isOci
                ? "application/vnd.oci.image.layer.v1.tar+gzip"
                : "application/vnd.docker.image.rootfs.diff.tar.gzip");
    return new Content(
        type,
        """
        {"schemaVersion": 2, "mediaType": "%s", "config": %s, "layers": [%s],
         "annotations": {"name": "%s"}}"""
            .formatted(type, config, layer, name));
  }

  /** The other digest that content may be asked for by. */
  static String sha512(Content content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-512").digest(content.bytes());
      return "sha512:" + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-512", e);
    }
  }

  /** As some clients put it into a query. */
  static String encoded(String text) {
    return text.replace(":", "%3A").replace("/", "%2F");
  }

  /** The digest of what is nowhere. */
  static String unknownDigest() {
    return Content.blob("nowhere").digest();
  }

  static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
