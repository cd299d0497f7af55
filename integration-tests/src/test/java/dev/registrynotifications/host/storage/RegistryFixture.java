package dev.registrynotifications.host.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.registrynotifications.registry.BlobReader;
import dev.registrynotifications.registry.BlobWriter;
import dev.registrynotifications.registry.Descriptor;
import dev.registrynotifications.registry.Digest;
import dev.registrynotifications.registry.Manifest;
import dev.registrynotifications.registry.Repository;
import dev.registrynotifications.registry.RepositoryName;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A registry to test, and what to put into it. */
public abstract class RegistryFixture {

  protected static final RepositoryName NAME = new RepositoryName("team/app");
  protected static final RepositoryName OTHER = new RepositoryName("team");
  protected static final Digest ABSENT = digest("absent");

  protected Registry registry;
  protected Repository repository;

  /** Opens an empty registry. */
  protected abstract Registry open() throws IOException;

  @BeforeEach
  void openRegistry() throws IOException {
    registry = open();
    repository = registry.repository(NAME);
  }

  @AfterEach
  void closeRegistry() throws IOException {
    registry.close();
  }

  protected static Descriptor push(Repository repository, String text) throws IOException {
    try (BlobWriter upload = repository.blobs().create()) {
      upload.write(stream(text));
      return upload.commit(digest(text));
    }
  }

  protected static String read(Repository repository, Digest digest, long offset)
      throws IOException {
    try (BlobReader reader = repository.blobs().open(digest).orElseThrow();
        InputStream content = reader.stream(offset)) {
      return new String(content.readAllBytes(), UTF_8);
    }
  }

  protected static Digest digest(String text) {
    return Digest.sha256(ByteBuffer.wrap(text.getBytes(UTF_8)));
  }

  protected static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  /** An image without layers, whose config is the blob of that text. */
  protected static Manifest manifest(String config) {
    String mediaType = "application/vnd.oci.image.config.v1+json";
    Descriptor reference = new Descriptor(mediaType, config.length(), digest(config));
    String json =
        """
        {"schemaVersion": 2, "layers": [],
         "config": {"mediaType": "%s", "size": %d, "digest": "%s"}}
        """
            .formatted(mediaType, reference.size(), reference.digest());
    return Manifest.of(
        "application/vnd.oci.image.manifest.v1+json",
        List.of(reference),
        ByteBuffer.wrap(json.getBytes(UTF_8)));
  }
}
