package dev.registrynotifications.host.storage.directory;

import dev.registrynotifications.registry.BlobReader;
import dev.registrynotifications.registry.Descriptor;
import dev.registrynotifications.registry.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Reads a file that was opened with it, and so can be read to its end even if it is deleted. */
final class FileBlobReader implements BlobReader {

  private final FileChannel file;
  private final Descriptor descriptor;

  private FileBlobReader(FileChannel file, Descriptor descriptor) {
    this.file = file;
    this.descriptor = descriptor;
  }

  static FileBlobReader open(Path path, Digest digest) throws IOException {
    FileChannel file = FileChannel.open(path);
    try {
      return new FileBlobReader(file, Descriptor.blob(digest, file.size()));
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  @Override
  public Descriptor descriptor() {
    return descriptor;
  }

  @Override
  public InputStream stream(long offset) {
    return new RegionStream(file, offset);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  /** Has a position of its own, so that several streams can share the file. */
  private static final class RegionStream extends InputStream {

    private final FileChannel file;
    private long position;

    RegionStream(FileChannel file, long position) {
      this.file = file;
      this.position = position;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = file.read(ByteBuffer.wrap(bytes, offset, length), position);
      position += Math.max(count, 0);
      return count;
    }
  }
}
