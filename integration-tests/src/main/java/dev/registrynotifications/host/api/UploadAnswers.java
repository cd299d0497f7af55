package dev.registrynotifications.host.api;

import dev.registrynotifications.host.http.ErrorCode;
import dev.registrynotifications.host.http.Exchange;
import dev.registrynotifications.host.http.HeaderNames;
import dev.registrynotifications.host.http.RegistryException;
import dev.registrynotifications.registry.BlobWriter;
import dev.registrynotifications.registry.Digest;
import dev.registrynotifications.registry.DigestMismatchException;
import dev.registrynotifications.registry.RepositoryName;
import java.io.IOException;

/** Ends an upload or tells how far it has come. */
final class UploadAnswers {

  private UploadAnswers() {}

  /** Makes the blob available: 201, or DIGEST_INVALID. */
  static void commit(Exchange exchange, RepositoryName name, BlobWriter upload, Digest digest)
      throws IOException {
    try {
      upload.commit(digest);
    } catch (DigestMismatchException e) {
      throw RegistryException.because(ErrorCode.DIGEST_INVALID, String.valueOf(e.getMessage()));
    }
    created(exchange, name, digest);
  }

  /** The blob is there. */
  static void created(Exchange exchange, RepositoryName name, Digest digest) {
    ContentHeaders.created(exchange, name, "blobs", digest);
    exchange.answer(201);
  }

  /** Where the upload goes on, and from which byte. */
  static Exchange progress(Exchange exchange, RepositoryName name, BlobWriter upload) {
    return exchange
        .with(HeaderNames.LOCATION, exchange.link("/v2/" + name + "/blobs/uploads/" + upload.id()))
        // The last byte, inclusive: an upload without any looks like one of a byte (0-0).
        .with(HeaderNames.RANGE, "0-" + Math.max(0, upload.size() - 1))
        .with("Docker-Upload-UUID", upload.id());
  }
}
