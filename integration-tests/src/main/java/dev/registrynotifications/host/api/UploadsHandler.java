package dev.registrynotifications.host.api;

import dev.registrynotifications.host.http.Exchange;
import dev.registrynotifications.host.http.Methods;
import dev.registrynotifications.host.http.RegistryException;
import dev.registrynotifications.registry.BlobWriter;
import dev.registrynotifications.registry.Descriptor;
import dev.registrynotifications.registry.Digest;
import dev.registrynotifications.registry.Repository;
import dev.registrynotifications.registry.RepositoryName;
import java.io.IOException;
import java.util.Optional;

/**
 * Answers {@code /v2/<name>/blobs/uploads/}, where uploads begin: with all their bytes (parameter
 * {@code digest}), with a blob of another repository ({@code mount} and {@code from}), or empty.
 */
final class UploadsHandler {

  void handle(Exchange exchange, Repository repository) throws IOException {
    switch (exchange.method()) {
      case "POST" -> start(exchange, repository);
      default -> throw Methods.notAllowed(exchange, "POST");
    }
  }

  private static void start(Exchange exchange, Repository repository) throws IOException {
    Optional<Descriptor> mounted = mount(exchange, repository);
    Optional<Digest> whole = exchange.query("digest").map(References::digest);
    if (mounted.isPresent()) {
      UploadAnswers.created(exchange, repository.name(), mounted.get().digest());
    } else if (whole.isPresent()) {
      takeWhole(exchange, repository, whole.get());
    } else {
      try (BlobWriter upload = repository.blobs().create()) {
        UploadAnswers.progress(exchange, repository.name(), upload).answer(202);
      }
    }
  }

  /** Whatever is wrong with the parameters, the client is told to upload, as specified. */
  private static Optional<Descriptor> mount(Exchange exchange, Repository repository)
      throws IOException {
    Optional<String> mount = exchange.query("mount");
    Optional<String> from = exchange.query("from");
    if (mount.isEmpty() || from.isEmpty()) {
      return Optional.empty();
    }
    RepositoryName other;
    Digest digest;
    try {
      other = References.name(from.get());
      digest = References.digest(mount.get());
    } catch (RegistryException e) {
      return Optional.empty();
    }
    return repository.blobs().mount(other, digest);
  }

  private static void takeWhole(Exchange exchange, Repository repository, Digest digest)
      throws IOException {
    try (BlobWriter upload = repository.blobs().create()) {
      try {
        upload.write(exchange.body());
        UploadAnswers.commit(exchange, repository.name(), upload, digest);
      } catch (IOException | RuntimeException e) {
        // The client doesn't know the upload's id: nobody will ever take it up.
        upload.cancel();
        throw e;
      }
    }
  }
}
