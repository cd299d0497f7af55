package dev.registrynotifications.host.api;

import dev.registrynotifications.host.http.ErrorCode;
import dev.registrynotifications.host.http.Exchange;
import dev.registrynotifications.host.http.Methods;
import dev.registrynotifications.host.http.RegistryException;
import dev.registrynotifications.registry.BlobWriter;
import dev.registrynotifications.registry.Digest;
import dev.registrynotifications.registry.Repository;
import java.io.IOException;
import java.util.Map;

/** Answers {@code /v2/<name>/blobs/uploads/<id>}: an upload in progress. */
final class UploadHandler {

  void handle(Exchange exchange, Repository repository, String id) throws IOException {
    switch (exchange.method()) {
      case "GET", "HEAD" -> status(exchange, repository, id);
      case "PATCH" -> append(exchange, repository, id);
      case "PUT" -> finish(exchange, repository, id);
      case "DELETE" -> cancel(exchange, repository, id);
      default -> throw Methods.notAllowed(exchange, "GET, HEAD, PATCH, PUT, DELETE");
    }
  }

  private static void status(Exchange exchange, Repository repository, String id)
      throws IOException {
    try (BlobWriter upload = resume(repository, id)) {
      UploadAnswers.progress(exchange, repository.name(), upload).answer(204);
    }
  }

  private static void append(Exchange exchange, Repository repository, String id)
      throws IOException {
    try (BlobWriter upload = resume(repository, id)) {
      write(exchange, repository, upload);
      UploadAnswers.progress(exchange, repository.name(), upload).answer(202);
    }
  }

  private static void finish(Exchange exchange, Repository repository, String id)
      throws IOException {
    Digest digest = References.digest(exchange.query("digest").orElse(""));
    try (BlobWriter upload = resume(repository, id)) {
      write(exchange, repository, upload);
      UploadAnswers.commit(exchange, repository.name(), upload, digest);
    }
  }

  private static void cancel(Exchange exchange, Repository repository, String id)
      throws IOException {
    try (BlobWriter upload = resume(repository, id)) {
      upload.cancel();
    }
    exchange.answer(204);
  }

  private static void write(Exchange exchange, Repository repository, BlobWriter upload)
      throws IOException {
    try {
      Chunk chunk = Chunk.of(exchange);
      chunk.checkFollows(upload.size());
      long before = upload.size();
      upload.write(exchange.body());
      chunk.checkLength(upload.size() - before);
    } catch (RegistryException e) {
      // So that the client can go on from there.
      UploadAnswers.progress(exchange, repository.name(), upload);
      throw e;
    }
  }

  private static BlobWriter resume(Repository repository, String id) throws IOException {
    return repository
        .blobs()
        .resume(id)
        .orElseThrow(
            () -> new RegistryException(ErrorCode.BLOB_UPLOAD_UNKNOWN, Map.of("upload", id)));
  }
}
