package dev.registrynotifications.registry;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * An upload in progress. For one thread at a time.
 *
 * <p>Closing it leaves the upload as it is, to be taken up again by {@link BlobStore#resume}; only
 * {@link #commit} and {@link #cancel} end it.
 */
public interface BlobWriter extends Closeable {

  /** Names the upload, safe for a URL's path segment. */
  String id();

  /** How many bytes have been taken. */
  long size();

  /**
   * Appends all bytes of the stream, without holding them in memory. The stream isn't closed. If
   * reading fails half-way, the bytes read so far count.
   */
  void write(InputStream content) throws IOException;

  /**
   * Makes the blob available in its repository and ends the upload.
   *
   * @param digest what the client says it sent
   * @return the blob that was stored
   * @throws DigestMismatchException if the bytes have another digest; the upload is over
   */
  Descriptor commit(Digest digest) throws IOException;

  /** Gives the upload up and removes what was received. */
  void cancel() throws IOException;
}
