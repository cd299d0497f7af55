package dev.registrynotifications.journal.segment;

import java.io.Closeable;
import java.io.IOException;

/**
 * One file, as far as a journal needs it. For one thread at a time, but for {@link #sync}.
 *
 * <p>An interrupt of the calling thread neither ends a call nor closes the file: a {@code
 * FileChannel} would be closed for everyone by the interrupt of one of the registry's threads.
 */
public interface JournalFile extends Closeable {

  /** How long it is, in bytes. */
  long length() throws IOException;

  /**
   * Reads some bytes.
   *
   * @return how many; -1 at the end of the file
   */
  int read(long position, byte[] into, int offset, int length) throws IOException;

  /** Writes bytes, to the operating system's page cache. */
  void write(long position, byte[] from, int offset, int length) throws IOException;

  /** Cuts off what is beyond that length. */
  void truncate(long length) throws IOException;

  /** Forces all that was written to the disk. */
  void sync() throws IOException;
}
