package dev.registrynotifications.skopeo;

import dev.registrynotifications.cases.Content;
import dev.registrynotifications.registry.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

/**
 * Writes an image with two layers as a directory (OCI image specification, image-layout.md).
 *
 * <p>Each image is a new one: skopeo remembers on the whole machine where it has seen a blob, and
 * would look for the blobs of earlier runs.
 */
public final class OciLayout {

  private static final String GZIPPED_LAYER = "application/vnd.oci.image.layer.v1.tar+gzip";

  private final Path directory;

  private OciLayout(Path directory) {
    this.directory = directory;
  }

  /** Writes the image, tagged {@code 1}, into a new directory. */
  public static void write(Path directory) throws IOException {
    Files.createDirectories(directory.resolve("blobs/sha256"));
    new OciLayout(directory).writeImage();
  }

  private void writeImage() throws IOException {
    String first = "first layer " + UUID.randomUUID();
    String second = "second layer " + UUID.randomUUID();
    String manifest =
        """
        {"schemaVersion": 2, "mediaType": "%s", "config": %s, "layers": [%s, %s]}"""
            .formatted(Content.OCI_MANIFEST, config(first, second), layer(first), layer(second));
    Content image = new Content(Content.OCI_MANIFEST, manifest);
    blob(image.bytes());
    write(
        "index.json",
        """
        {"schemaVersion": 2, "manifests": [%s]}"""
            .formatted(tagged(image.descriptor(Content.OCI_MANIFEST))));
    write("oci-layout", "{\"imageLayoutVersion\": \"1.0.0\"}");
  }

  private String config(String first, String second) throws IOException {
    String text =
        """
        {"created": "2026-01-01T00:00:00Z", "architecture": "amd64", "os": "linux", "config": {},
         "rootfs": {"type": "layers", "diff_ids": ["%s", "%s"]},
         "history": [{"created_by": "first"}, {"created_by": "second"}]}"""
            .formatted(Content.blob(first).digest(), Content.blob(second).digest());
    Content config = Content.blob(text);
    blob(config.bytes());
    return config.descriptor("application/vnd.oci.image.config.v1+json");
  }

  /** The layer is no archive: neither skopeo nor a registry looks into it. */
  private String layer(String text) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write(Content.blob(text).bytes());
    }
    Digest digest = blob(zipped.toByteArray());
    return """
        {"mediaType": "%s", "size": %d, "digest": "%s"}"""
        .formatted(GZIPPED_LAYER, zipped.size(), digest);
  }

  private Digest blob(byte[] bytes) throws IOException {
    Digest digest = Digest.sha256(ByteBuffer.wrap(bytes));
    Files.write(directory.resolve("blobs/sha256").resolve(digest.encoded()), bytes);
    return digest;
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(directory.resolve(file), text);
  }

  private static String tagged(String descriptor) {
    return descriptor.replaceFirst(
        "}$", ", \"annotations\": {\"org.opencontainers.image.ref.name\": \"1\"}}");
  }
}
