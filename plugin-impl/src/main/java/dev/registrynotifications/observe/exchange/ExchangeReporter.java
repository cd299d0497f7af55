package dev.registrynotifications.observe.exchange;

import dev.registrynotifications.plugin.RepositoryListener;
import dev.registrynotifications.registry.Descriptor;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Function;

/**
 * Tells a listener what the exchanges of one registry mean. It remembers some of what went by, to
 * tell what later exchanges don't say. Safe for use by several threads.
 */
public final class ExchangeReporter {

  private final Seen seen = new Seen();
  private final ManifestExchanges manifests;
  private final BlobExchanges blobs;
  private final UploadExchanges uploads;

  /**
   * Makes one for a registry of which nothing has been seen.
   *
   * @param parser finds what a manifest points at; finds nothing if that isn't to be told
   */
  public ExchangeReporter(Function<ByteBuffer, List<Descriptor>> parser) {
    manifests = new ManifestExchanges(seen, parser);
    BlobSizes sizes = new BlobSizes(seen);
    blobs = new BlobExchanges(sizes);
    uploads = new UploadExchanges(seen, sizes);
  }

  /** The moment when an exchange begins. */
  public long now() {
    return seen.now();
  }

  /**
   * Tells what the exchange did, if anything.
   *
   * @param lookup is asked if a size is told by nothing that was seen
   * @return whether it did anything
   */
  public boolean report(RegistryExchange exchange, SizeLookup lookup, RepositoryListener listener) {
    Route route = exchange.route();
    if (route instanceof Route.Manifest manifest) {
      return manifests.tell(exchange, manifest, listener);
    }
    if (route instanceof Route.Blob blob) {
      return blobs.tell(exchange, blob, lookup, listener);
    }
    if (route instanceof Route.Uploads beginning) {
      return uploads.tell(exchange, beginning, lookup, listener);
    }
    return route instanceof Route.Upload upload && uploads.tell(exchange, upload, lookup, listener);
  }
}
