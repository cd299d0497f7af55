package dev.registrynotifications.host.api;

import dev.registrynotifications.host.http.EntityTag;
import dev.registrynotifications.host.http.Exchange;
import dev.registrynotifications.host.http.HeaderNames;
import dev.registrynotifications.registry.Digest;
import dev.registrynotifications.registry.RepositoryName;

/** Sets the headers that answers about stored content have in common. */
final class ContentHeaders {

  /** The content's digest, which distribution brought in and OCI keeps. */
  static final String DIGEST = "Docker-Content-Digest";

  private ContentHeaders() {}

  /** What content is here. */
  static void found(Exchange exchange, Digest digest) {
    exchange.with(DIGEST, digest.toString()).with(HeaderNames.ETAG, EntityTag.of(digest));
  }

  /** What content was stored, and where it is now; {@code kind} is manifests or blobs. */
  static void created(Exchange exchange, RepositoryName name, String kind, Digest digest) {
    exchange
        .with(DIGEST, digest.toString())
        .with(HeaderNames.LOCATION, exchange.link("/v2/" + name + "/" + kind + "/" + digest));
  }
}
