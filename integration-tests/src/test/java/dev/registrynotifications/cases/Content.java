package dev.registrynotifications.cases;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.registrynotifications.registry.Digest;
import java.nio.ByteBuffer;

/**
 * A blob or a manifest to push.
 *
 * @param mediaType its media type
 * @param text its bytes, as UTF-8
 */
public record Content(String mediaType, String text) {

  public static final String OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json";
  public static final String OCI_INDEX = "application/vnd.oci.image.index.v1+json";
  public static final String DOCKER_MANIFEST =
      "application/vnd.docker.distribution.manifest.v2+json";
  public static final String DOCKER_LIST =
      "application/vnd.docker.distribution.manifest.list.v2+json";

  /** A blob, which registries know no better type of. */
  public static Content blob(String text) {
    return new Content("application/octet-stream", text);
  }

  /** The same, made as long as asked for by blanks at its end, which JSON doesn't mind. */
  public Content padded(int size) {
    return new Content(mediaType, text + " ".repeat(size - size()));
  }

  /** What to send. */
  public byte[] bytes() {
    return text.getBytes(UTF_8);
  }

  /** How many bytes it has. */
  public int size() {
    return bytes().length;
  }

  /** Its SHA-256 digest. */
  public String digest() {
    return Digest.sha256(ByteBuffer.wrap(bytes())).toString();
  }

  /** A descriptor of this content, under another media type where it is a blob. */
  public String descriptor(String type) {
    return """
        {"mediaType": "%s", "size": %d, "digest": "%s"}"""
        .formatted(type, size(), digest());
  }
}
