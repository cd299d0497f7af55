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

  private final ManifestExchanges manifests;
  private final BlobExchanges blobs;

  /**
   * Makes one for a registry of which nothing has been seen.
   *
   * @param parser finds what a manifest points at; finds nothing if that isn't to be told
   */
  public ExchangeReporter(Function<ByteBuffer, List<Descriptor>> parser) {
    Seen seen = new Seen();
    manifests = new ManifestExchanges(seen, parser);
    blobs = new BlobExchanges(seen);
  }

  /**
   * Tells what the exchange did, if anything.
   *
   * @param lookup is asked if a size is told by nothing that was seen
   */
  public void report(RegistryExchange exchange, SizeLookup lookup, RepositoryListener listener) {
    Route route = exchange.route();
    if (route instanceof Route.Manifest manifest) {
      manifests.tell(exchange, manifest, listener);
    } else if (route instanceof Route.Blob blob) {
      blobs.tell(exchange, blob, lookup, listener);
    } else if (route instanceof Route.Uploads uploads) {
      blobs.tell(exchange, uploads, lookup, listener);
    } else if (route instanceof Route.Upload upload) {
      blobs.tell(exchange, upload, lookup, listener);
    }
  }
}
