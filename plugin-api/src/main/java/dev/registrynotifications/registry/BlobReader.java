package dev.registrynotifications.registry;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** An open blob. For one thread at a time. */
public interface BlobReader extends Closeable {

  /** What was opened. */
  Descriptor descriptor();

  /**
   * The blob's bytes from an offset to the end. Opening a reader reads nothing; only this does.
   *
   * @param offset how many bytes to leave out, from 0 to the blob's size
   * @return a stream, to be closed by the caller
   */
  InputStream stream(long offset) throws IOException;
}
